package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Suppliers, SKUs and offers of one merchant, made through the acts. */
public final class SampleCatalog {

    private final TestBaton baton;
    private final MerchantId merchant;

    public SampleCatalog(TestBaton baton, MerchantId merchant) {
        this.baton = baton;
        this.merchant = merchant;
    }

    public SupplierId supplier(SampleSupplier supplier) {
        return baton.bean(DefineSupplier.class).define(merchant, supplier.definition());
    }

    public SkuId sku(String code) {
        return skus(List.of(code)).getFirst();
    }

    public List<SkuId> skus(List<String> codes) {
        return baton.bean(DefineSkus.class)
                .define(
                        merchant,
                        codes.stream()
                                .map(code -> new SkuDefinition(code, "Title of " + code, 500, true, List.of()))
                                .toList());
    }

    public SkuId bundle(String code, SkuDefinition.Part... parts) {
        return baton.bean(DefineSkus.class)
                .define(merchant, List.of(new SkuDefinition(code, "Bundle " + code, 0, true, List.of(parts))))
                .getFirst();
    }

    /** An offer of a SKU whose supplier calls it {@code S-} and the code. */
    public OfferId offer(SupplierId supplier, String sku) {
        return offers(supplier, List.of(sku)).getFirst();
    }

    public List<OfferId> offers(SupplierId supplier, List<String> skus) {
        List<OfferDefinition> definitions = new ArrayList<>();
        skus.forEach(sku -> definitions.add(offer(supplier, sku, Offer.MAIN, 3_500_000)));
        return baton.bean(DefineOffers.class).define(merchant, definitions);
    }

    public OfferDefinition offer(SupplierId supplier, String sku, String shipFrom, long unitCostMicros) {
        return new OfferDefinition(
                sku, supplier, "S-" + sku, shipFrom, unitCostMicros, "EUR", 1, Set.of("DE", "AT"), 2);
    }
}
