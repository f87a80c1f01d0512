package dev.baton.console;

import dev.baton.catalog.SkuSearch;
import dev.baton.console.SearchViews.Group;
import dev.baton.console.SearchViews.Hit;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.orders.OrderSearch;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.PurchaseOrderSearch;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentSearch;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.LostParcels.Verdict;
import dev.baton.tracking.ParcelSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One text, looked for in every module that knows something by a name. Needs an open transaction of the merchant. */
@Component
class FindAnything {

    /** Rows of a group. */
    static final int MOST_OF_A_KIND = 8;

    private final MerchantLookup merchants;
    private final SupplierLookup suppliers;
    private final Searches in;
    private final Tenancy tenancy;

    FindAnything(MerchantLookup merchants, SupplierLookup suppliers, Searches in, Tenancy tenancy) {
        this.merchants = merchants;
        this.suppliers = suppliers;
        this.in = in;
        this.tenancy = tenancy;
    }

    /** The modules' own searches. */
    @Component
    record Searches(
            OrderSearch orders,
            PurchaseOrderSearch purchases,
            ParcelSearch parcels,
            LostParcels lost,
            ShipmentSearch shipments,
            SkuSearch goods) {}

    /** What is called so, by kind; a kind of which there is nothing is absent. At most so many of a kind, and one more. */
    List<Group> find(MerchantId merchant, String text) {
        tenancy.planForValues();
        int limit = MOST_OF_A_KIND + 1;
        Map<SupplierId, SupplierTerms> known =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, Function.identity()));
        List<Group> groups = new ArrayList<>();
        add(groups, "orders", "Orders", orders(merchant, text, limit));
        add(groups, "purchases", "Purchase orders", purchases(merchant, text, known, limit));
        add(groups, "parcels", "Parcels", parcels(merchant, text, known, limit));
        add(groups, "products", "Products", goods(merchant, text, known, limit));
        add(groups, "suppliers", "Suppliers", suppliers(text, known, limit));
        return groups;
    }

    private static void add(List<Group> groups, String id, String title, List<Hit> hits) {
        if (!hits.isEmpty()) {
            groups.add(new Group(id, title, hits));
        }
    }

    private List<Hit> orders(MerchantId merchant, String text, int limit) {
        return in
                .orders()
                .find(
                        merchant,
                        merchants.stores(merchant).stream().map(Store::id).toList(),
                        text,
                        limit)
                .stream()
                .map(hit -> new Hit(
                        OrdersScreen.PATH + "/" + hit.id().value(),
                        hit.storeOrderName(),
                        joined(hit.customer(), "here " + hit.number()),
                        hit.exact()))
                .toList();
    }

    private List<Hit> purchases(MerchantId merchant, String text, Map<SupplierId, SupplierTerms> known, int limit) {
        return in.purchases().find(merchant, text, limit).stream()
                .map(hit -> new Hit(
                        PurchaseListing.PATH + "/" + hit.id().value(),
                        hit.number(),
                        joined(
                                name(known, hit.supplier()),
                                OrderMarks.supplier(hit.status()).word()),
                        hit.exact()))
                .toList();
    }

    private List<Hit> parcels(MerchantId merchant, String text, Map<SupplierId, SupplierTerms> known, int limit) {
        List<ParcelSearch.Hit> found = in.parcels().find(merchant, text, limit);
        Map<PackageId, Verdict> lost =
                in.lost().of(merchant, found.stream().map(ParcelSearch.Hit::id).toList());
        List<Hit> hits = new ArrayList<>(found.stream()
                .map(hit -> new Hit(
                        ParcelListing.PATH + "/" + hit.id().value(),
                        hit.trackingNumber(),
                        joined(
                                hit.carrier(),
                                lost.containsKey(hit.id())
                                        ? OrderMarks.LOST.word()
                                        : hit.status() == null
                                                ? ""
                                                : OrderMarks.parcel(hit.status())
                                                        .word()),
                        hit.exact()))
                .toList());
        in.shipments().find(merchant, known.keySet(), text, limit).stream()
                .map(hit -> new Hit(
                        OrdersScreen.PATH + "/" + hit.order().value(),
                        "Shipment " + hit.reference(),
                        name(known, hit.supplier()),
                        true))
                .forEach(hits::add);
        return hits;
    }

    private List<Hit> goods(MerchantId merchant, String text, Map<SupplierId, SupplierTerms> known, int limit) {
        return in.goods().find(merchant, known.keySet(), text, limit).stream()
                .map(hit -> new Hit(ProductsScreen.path(hit.code()), hit.code(), hit.title(), hit.exact()))
                .toList();
    }

    private static List<Hit> suppliers(String text, Map<SupplierId, SupplierTerms> known, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return known.values().stream()
                .filter(each -> each.code().toLowerCase(Locale.ROOT).startsWith(wanted)
                        || each.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(java.util.Comparator.comparing(SupplierTerms::code))
                .limit(limit)
                .map(each -> new Hit(
                        SuppliersScreen.PATH + "/" + each.id().value(),
                        each.name(),
                        each.code(),
                        each.code().equalsIgnoreCase(text) || each.name().equalsIgnoreCase(text)))
                .toList();
    }

    private static String name(Map<SupplierId, SupplierTerms> known, SupplierId supplier) {
        SupplierTerms terms = known.get(supplier);
        return terms == null ? "" : terms.name();
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " · " + other;
    }
}
