package dev.baton.inventory;

import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.suppliers.SupplierId;

/** An offer that may have no stock row yet. */
record UnseenOffer(OfferId offer, SkuId sku, SupplierId supplier) {

    static UnseenOffer of(Offer offer) {
        return new UnseenOffer(offer.id(), offer.sku(), offer.supplier());
    }
}
