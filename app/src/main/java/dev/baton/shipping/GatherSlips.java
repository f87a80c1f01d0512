package dev.baton.shipping;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderPrices;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.PackingSlips.Gathered;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what packing slips say and must not say, as many as are wanted with the same few statements. Needs an open transaction. */
@Component
class GatherSlips {

    private final OrderLookup orders;
    private final BrandLookup brands;
    private final SupplierLookup suppliers;

    GatherSlips(OrderLookup orders, BrandLookup brands, SupplierLookup suppliers) {
        this.orders = orders;
        this.brands = brands;
        this.suppliers = suppliers;
    }

    /**
     * A slip that is wanted.
     *
     * @param customerRecord who the goods go to
     * @param packed lines of no units are not on it
     * @param mark as of a {@link PackingSlips.Proposal}; null = it holds
     * @param parcel null = of all that is to be packed
     */
    record Wanted(
            PurchaseOrderView order,
            UUID customerRecord,
            List<Packed> packed,
            @Nullable String mark,
            SlipFacts.@Nullable Parcel parcel) {}

    /** So many units of a line in the box. */
    record Packed(PurchaseOrderLine line, int units) {}

    /** A brand with its logo read. */
    private record Face(Brand brand, SlipBrand slip) {}

    private record Sources(
            Map<UUID, ShipTo> shipTos,
            Map<OrderLineId, String> storeLines,
            Map<StoreId, Face> faces,
            Map<SalesOrderId, OrderPrices> prices,
            Map<SupplierId, SupplierTerms> suppliers) {}

    /**
     * What each says, in the order they are wanted in.
     *
     * @throws Problem {@link SlipProblem#NOTHING_TO_PACK} when there is nothing to say on one of them
     */
    List<Gathered> gather(MerchantId merchant, List<Wanted> wanted) {
        Sources sources = sources(merchant, wanted);
        return wanted.stream().map(each -> gather(each, sources)).toList();
    }

    private Sources sources(MerchantId merchant, List<Wanted> wanted) {
        Map<UUID, ShipTo> shipTos = orders.shipTo(
                merchant, wanted.stream().map(Wanted::customerRecord).toList());
        List<PurchaseOrderView> views = wanted.stream().map(Wanted::order).toList();
        return new Sources(
                shipTos,
                storeLines(merchant, wanted, shipTos),
                faces(merchant, views),
                orders.prices(
                        merchant,
                        views.stream().map(PurchaseOrderView::salesOrder).collect(Collectors.toSet())),
                suppliers.terms(
                        merchant,
                        views.stream().map(PurchaseOrderView::supplier).collect(Collectors.toSet())));
    }

    /** Only read for customers who entered something. */
    private Map<OrderLineId, String> storeLines(
            MerchantId merchant, Collection<Wanted> wanted, Map<UUID, ShipTo> shipTos) {
        List<OrderLineId> lines = new ArrayList<>();
        for (Wanted each : wanted) {
            ShipTo shipTo = shipTos.get(each.customerRecord());
            if (shipTo != null && !shipTo.entered().isEmpty()) {
                each.packed().forEach(packed -> lines.add(packed.line().orderLine()));
            }
        }
        return lines.isEmpty() ? Map.of() : orders.storeLines(merchant, lines);
    }

    /** There are few stores and fewer brands, however many slips are wanted. */
    private Map<StoreId, Face> faces(MerchantId merchant, List<PurchaseOrderView> views) {
        Map<StoreId, Face> faces = new HashMap<>();
        Map<Brand, SlipBrand> slips = new HashMap<>();
        for (PurchaseOrderView view : views) {
            faces.computeIfAbsent(view.store(), store -> {
                Brand brand = brands.ofStore(merchant, store);
                return new Face(
                        brand,
                        slips.computeIfAbsent(
                                brand,
                                known -> SlipBrand.of(
                                        known, brands.logo(merchant, known).orElse(null))));
            });
        }
        return faces;
    }

    private static Gathered gather(Wanted wanted, Sources sources) {
        PurchaseOrderView order = wanted.order();
        ShipTo shipTo = sources.shipTos().get(wanted.customerRecord());
        List<Packed> lines =
                wanted.packed().stream().filter(each -> each.units() > 0).toList();
        PostalAddress address = shipTo == null ? null : shipTo.address();
        if (shipTo == null || address == null || lines.isEmpty()) {
            throw new Problem(
                    SlipProblem.NOTHING_TO_PACK,
                    "Nothing of " + order.number()
                            + " goes to the customer any more, or the customer's address is gone. Do not ship.");
        }
        Face face = Objects.requireNonNull(sources.faces().get(order.store()));
        SlipFacts facts = new SlipFacts(
                face.slip(),
                order.number(),
                order.storeOrderName(),
                named(address, shipTo.customer().name()),
                items(lines, shipTo, sources.storeLines()),
                shipTo.giftMessage(),
                Optional.ofNullable(shipTo.customer().locale())
                        .orElse(face.brand().language()),
                order.issuedAt(),
                wanted.mark(),
                wanted.parcel());
        return new Gathered(facts, secrets(order, shipTo, facts, sources));
    }

    private static List<SlipFacts.Item> items(List<Packed> packed, ShipTo shipTo, Map<OrderLineId, String> storeLines) {
        return packed.stream()
                .map(each -> {
                    PurchaseOrderLine line = each.line();
                    String storeLine = storeLines.get(line.orderLine());
                    Map<String, String> entered =
                            storeLine == null ? Map.of() : shipTo.entered().getOrDefault(storeLine, Map.of());
                    return new SlipFacts.Item(line.title(), line.merchantSku(), each.units(), new TreeMap<>(entered));
                })
                .toList();
    }

    private static SlipSecrets secrets(PurchaseOrderView order, ShipTo shipTo, SlipFacts facts, Sources sources) {
        SupplierTerms supplier = sources.suppliers().get(order.supplier());
        Set<String> costs = new HashSet<>();
        for (PurchaseOrderLine line : order.lines()) {
            costs.add(Micros.format(line.unitCostMicros()));
            costs.add(Micros.format(
                    Math.multiplyExact(line.unitCostMicros(), line.units().quantity())));
        }
        return new SlipSecrets(
                supplier == null ? "" : supplier.name(),
                supplier == null ? "" : supplier.code(),
                order.lines().stream().map(PurchaseOrderLine::supplierSku).collect(Collectors.toSet()),
                costs,
                prices(sources.prices().get(order.salesOrder()), facts),
                shipTo.customer().email(),
                shipTo.customer().phone());
    }

    private static ShopPrices prices(@Nullable OrderPrices prices, SlipFacts facts) {
        return prices == null
                ? ShopPrices.NONE
                : new ShopPrices(
                        prices.currency(),
                        facts.language(),
                        prices.minor(),
                        facts.items().stream().map(SlipFacts.Item::quantity).collect(Collectors.toSet()));
    }

    /** A slip needs a name: where the address has neither person nor firm, the customer's own. The phone stays out. */
    private static PostalAddress named(PostalAddress address, @Nullable String customer) {
        boolean nameless = address.name() == null && address.company() == null;
        return new PostalAddress(
                nameless ? customer : address.name(),
                address.company(),
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.regionCode(),
                address.postcode(),
                address.countryCode(),
                null);
    }
}
