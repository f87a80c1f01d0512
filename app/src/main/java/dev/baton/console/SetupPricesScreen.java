package dev.baton.console;

import dev.baton.catalog.Match;
import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.SuggestMatches;
import dev.baton.catalog.SuggestMatches.Wanted;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.SentFile;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.prices.DefinePriceList;
import dev.baton.trading.prices.PriceFileId;
import dev.baton.trading.prices.PriceListDefinition;
import dev.baton.trading.prices.PriceMapping;
import dev.baton.trading.prices.ReceivePriceFile;
import dev.baton.trading.prices.SuggestPriceMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Setting up: what a supplier offers, taken from its own price list. */
@RestController
class SetupPricesScreen {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int LEARNED_ROWS = 200;
    private static final int MOST_ROUNDS = 500;

    private final SetupPage page;
    private final SupplierLookup suppliers;
    private final PriceLists lists;
    private final Matching matching;
    private final Tenancy tenancy;

    SetupPricesScreen(SetupPage page, SupplierLookup suppliers, PriceLists lists, Matching matching, Tenancy tenancy) {
        this.page = page;
        this.suppliers = suppliers;
        this.lists = lists;
        this.matching = matching;
        this.tenancy = tenancy;
    }

    /** How price lists come in. */
    @Component("setupPriceLists")
    record PriceLists(DefinePriceList define, ReceivePriceFile receive) {}

    /** How their items become offers. */
    @Component("setupMatching")
    record Matching(SupplierItems items, SuggestMatches suggest, MatchGoods match) {}

    /** Learns the list's columns by this file, and shows what it would change before anything of it counts. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/prices")
    ResponseEntity<String> prices(Staff staff, HttpServletRequest request, Typed typed) throws IOException {
        MerchantId merchant = staff.merchant();
        try {
            SupplierTerms supplier = tenancy.inTransaction(merchant, () -> terms(merchant, typed));
            SentFile sent = SentFile.of(request);
            byte[] bytes;
            try (InputStream in = sent.bytes()) {
                bytes = in.readNBytes(MOST_BYTES + 1);
            }
            if (bytes.length > MOST_BYTES) {
                throw wrong("The file is too large for a first look: send it by the API, or cut it in two.");
            }
            PriceMapping mapping = learned(bytes);
            String code = supplier.code().toLowerCase(Locale.ROOT) + "-prices";
            lists.define().define(merchant, supplier.id(), code, new PriceListDefinition(null, null, mapping), null);
            PriceFileId file = lists.receive()
                    .receive(
                            merchant,
                            new ReceivePriceFile.Incoming(code, sent.name(), sent.mediaType(), null, true, null),
                            new ByteArrayInputStream(bytes));
            return Answer.seeOther(PriceScreen.file(code, file.value().toString()));
        } catch (Problem refused) {
            return page.refused(
                    staff, "offers", typed, new Problem(CommonProblem.INVALID_FIELD, refused.detail(), "prices"));
        }
    }

    private static PriceMapping learned(byte[] bytes) throws IOException {
        try (TableFile table = TableFile.open(
                new ByteArrayInputStream(bytes), new TableOptions(null, null, null, null), TableLimits.SMALL)) {
            List<TableRow> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null && rows.size() < LEARNED_ROWS; row = table.next()) {
                rows.add(row);
            }
            PriceMapping mapping = SuggestPriceMapping.of(table.header(), rows).mapping();
            if (mapping == null) {
                throw wrong("Of its columns (" + String.join(", ", table.header())
                        + ") none could be told to be the item's code and its cost: name them SKU and Cost.");
            }
            return mapping;
        }
    }

    /** Makes offers of the items that are known by code or barcode; the rest waits for a word. */
    @Does(Act.SET_UP)
    @PostMapping(SetupPage.PATH + "/match")
    ResponseEntity<String> match(Staff staff, Typed typed) {
        MerchantId merchant = staff.merchant();
        SupplierId supplier =
                tenancy.inTransaction(merchant, () -> terms(merchant, typed)).id();
        UUID after = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            UUID from = after;
            after = tenancy.<@Nullable UUID>inTransaction(merchant, () -> matched(merchant, supplier, from));
            if (after == null) {
                break;
            }
        }
        return Answer.seeOther(SetupPage.at("offers", "matched"));
    }

    /** One page of items; answers its last one, or null when it is the last page. */
    private @Nullable UUID matched(MerchantId merchant, SupplierId supplier, @Nullable UUID after) {
        List<SupplierItem> items = matching.items().list(merchant, supplier, after, SuggestMatches.MOST);
        List<List<Match>> found = matching.suggest()
                .suggest(
                        merchant,
                        items.stream()
                                .map(item -> new Wanted(item.supplierSku(), item.gtin(), item.title()))
                                .toList());
        List<ItemMatch> sure = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            SupplierItem item = items.get(i);
            sure(found.get(i)).ifPresent(match -> sure.add(new ItemMatch(item.id(), match.code())));
        }
        if (!sure.isEmpty()) {
            matching.match().apply(merchant, sure);
        }
        return items.size() < SuggestMatches.MOST ? null : items.getLast().id();
    }

    /** The same barcode or code, of one product only; the rest is for a person. */
    private static Optional<Match> sure(List<Match> matches) {
        List<Match> sure = matches.stream().filter(Match::sure).toList();
        return sure.size() == 1 ? Optional.of(sure.getFirst()) : Optional.empty();
    }

    private SupplierTerms terms(MerchantId merchant, Typed typed) {
        SupplierId id = typed.id("id").map(SupplierId::new).orElseThrow(SetupPricesScreen::nothing);
        SupplierTerms terms = suppliers.terms(merchant, List.of(id)).get(id);
        if (terms == null) {
            throw nothing();
        }
        return terms;
    }

    private static Problem wrong(String detail) {
        return new Problem(CommonProblem.INVALID_FIELD, detail, "prices");
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such supplier.");
    }
}
