package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferLookup;
import dev.baton.inventory.BufferRule;
import dev.baton.inventory.BufferScope;
import dev.baton.inventory.SetBuffers;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept back of one SKU, in every layer that counts for it, as a form. Every method opens or joins a transaction. */
@Component
class KeptBack {

    private static final int MOST_UNITS = 1_000_000;

    private final Tenancy tenancy;
    private final BufferLookup buffers;
    private final SetBuffers setBuffers;
    private final CatalogLookup catalog;
    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;

    KeptBack(
            Tenancy tenancy,
            BufferLookup buffers,
            SetBuffers setBuffers,
            CatalogLookup catalog,
            SupplierLookup suppliers,
            MerchantLookup merchants) {
        this.tenancy = tenancy;
        this.buffers = buffers;
        this.setBuffers = setBuffers;
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.merchants = merchants;
    }

    /** A field of the form and what it is about. */
    private record Layer(String field, String label, BufferScope scope) {}

    List<StockViews.Kept> of(MerchantId merchant, SkuId sku) {
        List<Layer> layers = layers(merchant, sku);
        Map<BufferScope, Integer> stated =
                buffers.stated(merchant, layers.stream().map(Layer::scope).toList());
        return layers.stream()
                .map(layer -> {
                    @Nullable Integer units = stated.get(layer.scope());
                    return new StockViews.Kept(
                            layer.field(), layer.label(), units == null ? "" : String.valueOf(units));
                })
                .toList();
    }

    /** States what was typed; an empty field states nothing, and one that is not there stays as it is. */
    void state(MerchantId merchant, SkuId sku, Typed typed) {
        List<BufferRule> rules = new ArrayList<>();
        for (Layer layer : layers(merchant, sku)) {
            if (typed.has(layer.field())) {
                rules.add(new BufferRule(layer.scope(), units(layer, typed.text(layer.field()))));
            }
        }
        setBuffers.set(merchant, rules);
    }

    private static @Nullable Integer units(Layer layer, String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > MOST_UNITS) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    layer.label() + ": write a whole number of units, or leave it empty.",
                    layer.field());
        }
        return Integer.parseInt(text);
    }

    private List<Layer> layers(MerchantId merchant, SkuId sku) {
        return tenancy.inTransaction(merchant, () -> read(merchant, sku));
    }

    private List<Layer> read(MerchantId merchant, SkuId sku) {
        List<Offer> offers = catalog.offersOf(merchant, List.of(sku)).getOrDefault(sku, List.of());
        Map<SupplierId, SupplierTerms> terms =
                suppliers.terms(merchant, offers.stream().map(Offer::supplier).collect(Collectors.toSet()));
        List<Layer> layers = new ArrayList<>();
        Map<SupplierId, Layer> wide = new LinkedHashMap<>();
        List<Layer> each = new ArrayList<>();
        for (Offer offer : offers) {
            SupplierTerms supplier = terms.get(offer.supplier());
            String name = supplier == null ? "the supplier" : supplier.name();
            wide.put(
                    offer.supplier(),
                    new Layer(
                            "supplier-" + offer.supplier().value(),
                            "Of everything " + name + " has",
                            new BufferScope.OfSupplier(offer.supplier())));
            each.add(new Layer(
                    "offer-" + offer.id().value(),
                    "Of it, at " + name + " from " + offer.shipFrom(),
                    new BufferScope.OfOffer(offer.id())));
        }
        layers.addAll(wide.values());
        layers.add(new Layer("sku", "Of it, at each supplier", new BufferScope.OfSku(sku)));
        layers.addAll(each);
        merchants.stores(merchant).forEach(store -> {
            layers.add(new Layer(
                    "store-" + store.id().value(),
                    store.name() + " leaves of everything",
                    new BufferScope.OfStore(store.id(), null)));
            layers.add(new Layer(
                    "only-" + store.id().value(),
                    store.name() + " leaves of it",
                    new BufferScope.OfStore(store.id(), sku)));
        });
        return layers;
    }
}
