package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.MatchItems;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.ReceiveFeedFile;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.sources.FileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merchant whose catalogue, offers, stock and orders come from real files, by the acts a person or a program uses. */
final class RealShop {

    private static final int PART = 5_000;

    final TestBaton baton = TestBaton.shared();
    final TestShop shop = new TestShop(baton);
    final MerchantId merchant = shop.merchant;

    /** Sends a price list and has it read. */
    PriceListLookup.FileView prices(SupplierId supplier, String list, PriceMapping mapping, byte[] file)
            throws IOException {
        baton.bean(DefinePriceList.class)
                .define(merchant, supplier, list, new PriceListDefinition("EUR", null, mapping), null);
        PriceFileId id = baton.bean(ReceivePriceFile.class)
                .receive(
                        merchant,
                        new ReceivePriceFile.Incoming(list, list + ".csv", "text/csv", null, false, null),
                        new ByteArrayInputStream(file));
        baton.runDue();
        return baton.bean(PriceListLookup.class).file(merchant, id);
    }

    static PriceMapping mapping(String sku, String cost, @Nullable String title, @Nullable String weight) {
        return new PriceMapping(
                sku,
                cost,
                null,
                null,
                null,
                title,
                null,
                null,
                null,
                weight,
                WeightUnit.G,
                null,
                null,
                null,
                null,
                null);
    }

    List<SupplierItem> items(SupplierId supplier) {
        List<SupplierItem> all = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            @Nullable UUID from = after;
            List<SupplierItem> page =
                    baton.in(merchant, () -> baton.bean(SupplierItems.class).list(merchant, supplier, from, PART));
            all.addAll(page);
            after = page.size() == PART ? page.getLast().id() : null;
        } while (after != null);
        return all;
    }

    /** Takes the items into the catalogue under the supplier's own codes, one gram each where no weight is known. */
    void adopt(List<SupplierItem> items) {
        for (int from = 0; from < items.size(); from += PART) {
            List<SupplierItem> part = items.subList(from, Math.min(items.size(), from + PART));
            baton.bean(DefineSkus.class)
                    .define(
                            merchant,
                            part.stream()
                                    .map(item -> new SkuDefinition(
                                            item.supplierSku(),
                                            item.title(),
                                            item.weightGrams() == null ? 1 : item.weightGrams(),
                                            true,
                                            List.of()))
                                    .toList());
            baton.bean(MatchItems.class)
                    .match(
                            merchant,
                            part.stream()
                                    .map(item -> new MatchItems.ItemMatch(item.id(), item.supplierSku()))
                                    .toList());
        }
    }

    /** Sends a stock file and has it read. */
    FeedLookup.FileView stock(SupplierId supplier, String feed, String sku, String quantity, byte[] file)
            throws IOException {
        ColumnMapping mapping = new ColumnMapping(
                sku, null, List.of(new ColumnMapping.QuantityColumn(quantity, null)), Map.of(), null, null, null, null);
        baton.bean(DefineFeed.class)
                .define(
                        merchant,
                        supplier,
                        feed,
                        new FeedDefinition(
                                null,
                                FeedMode.FULL,
                                null,
                                0,
                                mapping,
                                FeedGuard.NONE,
                                FileSource.UPLOAD,
                                1_440,
                                StalePolicy.KEEP,
                                0),
                        null);
        FeedFileId id = baton.bean(ReceiveFeedFile.class)
                .receive(
                        merchant,
                        new ReceiveFeedFile.Incoming(
                                feed, feed + ".csv", "text/csv", null, false, null, FileSource.Kind.UPLOAD),
                        new ByteArrayInputStream(file));
        baton.runDue();
        FeedLookup.FileView view = baton.bean(FeedLookup.class).file(merchant, id);
        assertThat(view.run().state()).as(feed).isEqualTo("MERGED");
        return view;
    }

    void place(List<StoreOrder> orders) throws Problem {
        for (int from = 0; from < orders.size(); from += PlaceOrders.MOST_ORDERS) {
            baton.bean(PlaceOrders.class)
                    .place(merchant, orders.subList(from, Math.min(orders.size(), from + PlaceOrders.MOST_ORDERS)));
        }
    }

    /** One number of the merchant's own rows. */
    long number(String sql) {
        return baton.<Long>in(
                merchant, () -> baton.jdbc().sql(sql).query(Long.class).single());
    }
}
