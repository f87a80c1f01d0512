package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Cost;
import dev.baton.catalog.DefineSkus;
import dev.baton.catalog.ListingStatus;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceBreak;
import dev.baton.catalog.PriceRow;
import dev.baton.catalog.RecordPriceRows;
import dev.baton.catalog.RecordStoreProducts;
import dev.baton.catalog.SkuDefinition;
import dev.baton.catalog.StoreProduct;
import dev.baton.catalog.StoreProduct.Variant;
import dev.baton.catalog.SupplierItems;
import dev.baton.platform.Micros;
import dev.baton.platform.Tenancy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a shop's store sells and its supplier lists, beside what is known of it here. */
final class CatalogShop {

    private final ConsoleShop shop;

    CatalogShop(ConsoleShop shop) {
        this.shop = shop;
    }

    /** A product that is known here. */
    void product(String code, String title, @Nullable String gtin) {
        shop.baton
                .bean(DefineSkus.class)
                .define(shop.merchant, List.of(new SkuDefinition(code, title, 500, true, List.of(), gtin)));
    }

    /** Something the store sells. */
    void sells(String id, @Nullable String sku, String title, @Nullable String barcode) {
        Instant at = shop.baton.clock().instant();
        shop.baton
                .bean(RecordStoreProducts.class)
                .record(
                        shop.merchant,
                        shop.shop.store(),
                        List.of(new StoreProduct(
                                id,
                                title,
                                ListingStatus.ACTIVE,
                                null,
                                at,
                                at,
                                List.of(new Variant(
                                        id, null, null, sku, barcode, BigDecimal.TEN, null, null, null, true, 90)))));
    }

    /** An item of the supplier's list, in packs of six, a dozen at least. */
    void lists(String supplierSku, String title, @Nullable String gtin) {
        shop.baton
                .bean(RecordPriceRows.class)
                .record(
                        shop.merchant,
                        shop.acme,
                        List.of(new PriceRow(
                                supplierSku,
                                Offer.MAIN,
                                title,
                                gtin,
                                new Cost(Micros.parse("3.20"), "EUR"),
                                6,
                                2,
                                null,
                                250,
                                12,
                                List.of(new PriceBreak(24, Micros.parse("2.90"))))),
                        shop.baton.clock().instant());
    }

    /** The id of an item that is no offer yet. */
    String item(String supplierSku) {
        return shop
                .baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton.bean(SupplierItems.class).list(shop.merchant, shop.acme, null, 100))
                .stream()
                .filter(item -> item.supplierSku().equals(supplierSku))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    /** The supplier's offers under that code of its. */
    List<Offer> offers(String supplierSku) {
        return shop.baton
                .bean(Tenancy.class)
                .inTransaction(
                        shop.merchant,
                        () -> shop.baton
                                .bean(CatalogLookup.class)
                                .bySupplierSku(shop.merchant, shop.acme, List.of(supplierSku))
                                .getOrDefault(supplierSku, List.of()));
    }
}
