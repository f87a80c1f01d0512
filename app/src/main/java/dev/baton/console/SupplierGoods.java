package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.SupplierOffer;
import dev.baton.catalog.SupplierOffers;
import dev.baton.console.SupplierViews.Offer;
import dev.baton.console.SupplierViews.Offered;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a supplier offers, as far as its own page shows it; needs an open transaction of the merchant. */
@Component
class SupplierGoods {

    private static final int SHOWN = 5;

    private final SupplierOffers offers;
    private final CatalogLookup catalog;

    SupplierGoods(SupplierOffers offers, CatalogLookup catalog) {
        this.offers = offers;
        this.catalog = catalog;
    }

    Offered of(Staff staff, SupplierId supplier) {
        MerchantId merchant = staff.merchant();
        boolean may = staff.may(Act.DEFINE_OFFERS);
        List<SupplierOffer> first = offers.page(merchant, supplier, null, SHOWN);
        Map<SkuId, String> codes =
                catalog.codes(merchant, first.stream().map(SupplierOffer::sku).toList());
        return new Offered(
                offers.count(merchant, supplier, null),
                first.stream()
                        .map(each -> {
                            String code = codes.getOrDefault(each.sku(), "");
                            return new Offer(
                                    code,
                                    each.title(),
                                    each.supplierSku(),
                                    may ? OfferScreen.change(each.offer(), supplier) : ProductsScreen.path(code));
                        })
                        .toList(),
                new Where(ProductsScreen.PATH, Map.of())
                        .with("supplier", supplier.value().toString())
                        .toString(),
                may ? OfferScreen.by(supplier) : "");
    }
}
