package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SourceViews.Learned;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.SentFile;
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
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.feeds.SuggestMapping;
import dev.baton.trading.sources.FileSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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

    private final DefineFeed defining;
    private final SupplierLookup suppliers;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    DefineFeedScreen(DefineFeed defining, SupplierLookup suppliers, Tenancy tenancy, StaffDesk desk) {
        this.defining = defining;
        this.suppliers = suppliers;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.DEFINE_FEED)
    @GetMapping(PATH)
    ResponseEntity<String> begin(Staff staff) {
        return page(staff, List.of(), List.of(), null, List.of(), null);
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
                    table.header(),
                    rows.stream().limit(SHOWN_ROWS).map(TableRow::cells).toList(),
                    found.mapping(),
                    found.reasons(),
                    null);
        } catch (Problem unreadable) {
            return page(staff, List.of(), List.of(), null, List.of(), unreadable.detail());
        }
    }

    @Does(Act.DEFINE_FEED)
    @PostMapping(PATH)
    ResponseEntity<String> define(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        SupplierTerms supplier = tenancy.inTransaction(
                        merchant, () -> suppliers.byCode(merchant, typed.text("supplier")))
                .orElseThrow(() -> new Problem(CommonProblem.INVALID_FIELD, "Choose the supplier.", "supplier"));
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
        return Answer.seeOther(FeedScreen.path(typed.text("code")));
    }

    private static ColumnMapping mapping(Typed typed) {
        return new ColumnMapping(
                typed.text("sku"),
                nothing(typed.text("place")),
                List.of(new QuantityColumn(typed.text("quantity"), null)),
                Map.of(),
                null,
                null,
                null,
                null);
    }

    private static int minutes(Typed typed) {
        String hours = typed.text("hours");
        if (!hours.matches("[0-9]{1,3}")) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say how often a file comes, in whole hours.", "hours");
        }
        return Integer.parseInt(hours) * 60;
    }

    private static @Nullable String nothing(String text) {
        return text.isEmpty() ? null : text;
    }

    private ResponseEntity<String> page(
            Staff staff,
            List<String> header,
            List<List<String>> rows,
            @Nullable ColumnMapping mapping,
            List<String> reasons,
            @Nullable String trouble) {
        return desk.page(
                staff,
                StaffDesk.Place.FEEDS,
                "New feed",
                "",
                "console/new-feed.jte",
                frame -> new Learned(
                        frame,
                        reasons,
                        header,
                        rows,
                        suppliers.all(staff.merchant()).stream()
                                .map(each -> new Option(each.code(), each.name()))
                                .toList(),
                        mapping == null ? "" : mapping.sku(),
                        mapping == null ? "" : mapping.quantities().getFirst().column(),
                        mapping == null || mapping.shipFrom() == null ? "" : mapping.shipFrom(),
                        trouble));
    }
}
