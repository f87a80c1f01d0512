package dev.baton.catalog;

/**
 * An offer as its supplier knows it.
 *
 * @param leadTimeDays working days until it hands it over
 * @param title the merchant's title of the goods
 * @param supplierSku the supplier's own code of the item
 */
public record SupplierOffer(
        OfferId offer, SkuId sku, String title, String supplierSku, String shipFrom, int leadTimeDays) {}
