package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SourceViews.Filled;
import dev.baton.console.SourceViews.Learned;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.SentFile;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.FeedProblem;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.feeds.SuggestMapping;
import dev.baton.trading.sources.FileSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes a feed by example: a file of the supplier's is shown, its columns are recognised, a person confirms. */
@RestController
class DefineFeedScreen {

    static final String PATH = "/console/new-feed";

    private static final int LEARNED_ROWS = 200;
    private static final int SHOWN_ROWS = 5;
    private static final int MOST_HOURS = 168;

    private final DefineFeed defining;
    private final FeedLookup feeds;
    private final SupplierLookup suppliers;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    DefineFeedScreen(DefineFeed defining, FeedLookup feeds, SupplierLookup suppliers, Tenancy tenancy, StaffDesk desk) {
        this.defining = defining;
        this.feeds = feeds;
        this.suppliers = suppliers;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.DEFINE_FEED)
    @GetMapping(PATH)
    ResponseEntity<String> begin(Staff staff) {
        return page(staff, Sample.NONE, Filled.of(Map.of()));
    }

    /** Looks at an example; nothing of it is kept. */
    @Does(Act.DEFINE_FEED)
    @PostMapping(PATH + "/example")
    ResponseEntity<String> learn(Staff staff, HttpServletRequest request) throws IOException {
        TableOptions options = new TableOptions(null, null, null, null);
        try (InputStream in = SentFile.of(request).bytes();
                TableFile table = TableFile.open(in, options, TableLimits.SMALL)) {
            List<TableRow> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null && rows.size() < LEARNED_ROWS; row = table.next()) {
                rows.add(row);
            }
            SuggestMapping.Suggestion found = SuggestMapping.of(table.header(), rows);
            return page(
                    staff,
                    new Sample(
                            table.header(),
                            rows.stream().limit(SHOWN_ROWS).map(TableRow::cells).toList(),
                            found.reasons()),
                    Filled.of(suggested(found.mapping())));
        } catch (Problem unreadable) {
            return page(staff, Sample.NONE, new Filled(Map.of(), "file", unreadable.detail(), null));
        }
    }

    /** What is known of an example's table. */
    private record Sample(List<String> header, List<List<String>> rows, List<String> reasons) {

        static final Sample NONE = new Sample(List.of(), List.of(), List.of());
    }

    private static Map<String, String> suggested(@Nullable ColumnMapping mapping) {
        Map<String, String> values = new HashMap<>(Map.of("hours", "24"));
        if (mapping != null) {
            QuantityColumn first = mapping.quantities().getFirst();
            values.put("sku", mapping.sku());
            values.put("quantity", first.column());
            values.put("place", FeedsScreen.said(mapping.shipFrom()));
            values.put("decimal", FeedsScreen.said(mapping.decimalMark()));
            boolean several = mapping.quantities().size() > 1 || first.shipFrom() != null;
            values.put("quantities", several ? AgreedRows.quantities(mapping.quantities()) : "");
        }
        return values;
    }

    @Does(Act.DEFINE_FEED)
    @PostMapping(PATH)
    ResponseEntity<String> define(Staff staff, Typed typed) {
        try {
            define(staff.merchant(), typed);
        } catch (Problem refused) {
            return page(
                    staff,
                    new Sample(typed.all("column"), List.of(), List.of()),
                    new Filled(typed.fields(), field(refused), refused.detail(), null));
        }
        return Answer.seeOther(FeedScreen.path(typed.text("code")));
    }

    /** The form's field a refusal is about; "" where it is about none. */
    private static String field(Problem refused) {
        String field = FeedForm.field(refused);
        return switch (field) {
            case "every" -> "hours";
            case "quantities" -> "quantity";
            default -> field;
        };
    }

    private void define(MerchantId merchant, Typed typed) {
        SupplierTerms supplier = tenancy.inTransaction(
                        merchant, () -> suppliers.byCode(merchant, typed.text("supplier")))
                .orElseThrow(() -> FeedForm.wrong("supplier", "Choose the supplier."));
        refuseTaken(merchant, typed.text("code"));
        String url = typed.text("url");
        FileSource source = url.isEmpty()
                ? FileSource.UPLOAD
                : new FileSource(
                        url.startsWith("sftp:") ? FileSource.Kind.SFTP : FileSource.Kind.HTTPS,
                        url,
                        nothing(typed.text("user")),
                        null,
                        null);
        defining.define(
                merchant,
                supplier.id(),
                typed.text("code"),
                new FeedDefinition(
                        nothing(typed.text("place-of-all")),
                        typed.text("mode").equals("delta") ? FeedMode.DELTA : FeedMode.FULL,
                        null,
                        null,
                        mapping(typed),
                        FeedGuard.USUAL,
                        source,
                        minutes(typed),
                        typed.word("stale", StalePolicy.values()).orElse(StalePolicy.KEEP),
                        0),
                nothing(typed.text("secret")));
    }

    /** A feed of that name would be given these columns, and lose what is agreed on it. */
    private void refuseTaken(MerchantId merchant, String code) {
        try {
            feeds.feed(merchant, code);
        } catch (Problem refused) {
            if (refused.code() == FeedProblem.FEED_UNKNOWN) {
                return;
            }
            throw refused;
        }
        throw FeedForm.wrong("code", "There is a feed " + code + " already: choose another name, or change that one.");
    }

    private static ColumnMapping mapping(Typed typed) {
        return new ColumnMapping(
                typed.text("sku"),
                nothing(typed.text("place")),
                typed.text("quantities").isEmpty()
                        ? List.of(new QuantityColumn(typed.text("quantity"), null))
                        : AgreedRows.quantities(typed.text("quantities")),
                Map.of(),
                null,
                typed.word("decimal", DecimalMark.values()).orElse(null),
                null,
                null);
    }

    private static int minutes(Typed typed) {
        String hours = typed.text("hours");
        int stated = hours.matches("[0-9]{1,3}") ? Integer.parseInt(hours) : 0;
        if (stated < 1 || stated > MOST_HOURS) {
            throw FeedForm.wrong("hours", "Say how often a file comes, in whole hours from 1 to " + MOST_HOURS + ".");
        }
        return stated * 60;
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }

    private ResponseEntity<String> page(Staff staff, Sample sample, Filled form) {
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "New feed",
                "",
                "console/new-feed.jte",
                frame -> new Learned(
                        frame,
                        sample.reasons(),
                        sample.header(),
                        sample.rows(),
                        suppliers.all(staff.merchant()).stream()
                                .map(each -> new Option(each.code(), each.name()))
                                .toList(),
                        form));
    }
}
