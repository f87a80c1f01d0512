package dev.baton.console;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.OfferDefinition;
import dev.baton.catalog.SkuDefinition;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.platform.Micros;
import dev.baton.suppliers.Absence;
import dev.baton.trading.feeds.ColumnMapping;
import dev.baton.trading.feeds.DefineFeed;
import dev.baton.trading.feeds.FeedDefinition;
import dev.baton.trading.feeds.FeedFileId;
import dev.baton.trading.feeds.FeedLookup;
import dev.baton.trading.feeds.ReceiveFeedFile;
import dev.baton.trading.feeds.StalePolicy;
import dev.baton.trading.prices.DefinePriceList;
import dev.baton.trading.prices.PriceFileId;
import dev.baton.trading.prices.PriceListDefinition;
import dev.baton.trading.prices.PriceListLookup;
import dev.baton.trading.prices.PriceMapping;
import dev.baton.trading.prices.ReceivePriceFile;
import dev.baton.trading.sources.FileSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stock files and price lists that the supplier of a shop sends. */
final class SuppliersFiles {

    static final String FEED = "acme-stock";
    static final String LIST = "acme-prices";

    private static final int ITEMS = 12;

    private final ConsoleShop shop;

    SuppliersFiles(ConsoleShop shop) {
        this.shop = shop;
    }

    /** Twelve things of the supplier, at ten each. */
    void offers() {
        List<SkuDefinition> skus = new ArrayList<>();
        List<OfferDefinition> offers = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            skus.add(new SkuDefinition("I" + i, "Item " + i, 500, true, List.of()));
            offers.add(new OfferDefinition(
                    "I" + i, shop.acme, "S-I" + i, "MAIN", Micros.parse("10.00"), "EUR", 1, Set.of(), 1));
        }
        shop.baton.bean(DefineSkus.class).define(shop.merchant, skus);
        shop.baton.bean(DefineOffers.class).define(shop.merchant, offers);
    }

    void feed() {
        feed(null);
    }

    /** A feed of full files; {@code absence} is what an offer means that a file leaves out, null = as with the supplier. */
    void feed(@Nullable Absence absence) {
        shop.baton
                .bean(DefineFeed.class)
                .define(
                        shop.merchant,
                        shop.acme,
                        FEED,
                        new FeedDefinition(
                                null,
                                FeedMode.FULL,
                                absence,
                                0,
                                new ColumnMapping(
                                        "sku",
                                        null,
                                        List.of(new ColumnMapping.QuantityColumn("qty", null)),
                                        Map.of(),
                                        null,
                                        null,
                                        null,
                                        null),
                                new FeedGuard(4, 50, 50),
                                FileSource.UPLOAD,
                                60,
                                StalePolicy.KEEP,
                                2),
                        null);
    }

    void priceList() {
        shop.baton
                .bean(DefinePriceList.class)
                .define(
                        shop.merchant,
                        shop.acme,
                        LIST,
                        new PriceListDefinition(
                                null,
                                null,
                                new PriceMapping(
                                        "sku", "cost", null, null, null, null, null, null, null, null, null, null, null,
                                        null, null, null)),
                        null);
    }

    /** A stock file in which everything has that many. */
    FeedFileId stock(int each) {
        StringBuilder text = new StringBuilder("sku,qty\n");
        for (int i = 0; i < ITEMS; i++) {
            text.append("S-I").append(i).append(',').append(each).append('\n');
        }
        shop.baton.clock().advance(java.time.Duration.ofSeconds(1));
        try {
            return shop.baton
                    .bean(ReceiveFeedFile.class)
                    .receive(
                            shop.merchant,
                            new ReceiveFeedFile.Incoming(
                                    FEED, "stock.csv", "text/csv", null, false, null, FileSource.Kind.UPLOAD),
                            bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String state(FeedFileId file) {
        return shop.baton.bean(FeedLookup.class).file(shop.merchant, file).run().state();
    }

    /** A price list that asks a hundred times as much for nearly everything. */
    PriceFileId prices() {
        StringBuilder text = new StringBuilder("sku,cost\n");
        for (int i = 0; i < ITEMS; i++) {
            text.append("S-I").append(i).append(i < 2 ? ",10.50\n" : ",1050\n");
        }
        try {
            return shop.baton
                    .bean(ReceivePriceFile.class)
                    .receive(
                            shop.merchant,
                            new ReceivePriceFile.Incoming(LIST, "prices.csv", "text/csv", null, false, null),
                            bytes(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    String state(PriceFileId file) {
        return shop.baton
                .bean(PriceListLookup.class)
                .file(shop.merchant, file)
                .run()
                .state()
                .name();
    }

    private static ByteArrayInputStream bytes(StringBuilder text) {
        return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
