package dev.baton.shipping;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The packing slip of a purchase order or of one of its parcels: gathered from the order, the brand and the purchase order, printed, read back
 * and searched for what the customer must not read.
 */
@Component
public class PackingSlips {

    private final Tenancy tenancy;
    private final PurchaseOrderLookup purchaseOrders;
    private final OrderLookup orders;
    private final BrandLookup brands;
    private final SupplierLookup suppliers;
    private final PackingSlip printer;
    private final Shipments shipments;

    PackingSlips(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            OrderLookup orders,
            BrandLookup brands,
            SupplierLookup suppliers,
            PackingSlip printer,
            Shipments shipments) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.orders = orders;
        this.brands = brands;
        this.suppliers = suppliers;
        this.printer = printer;
        this.shipments = shipments;
    }

    /**
     * How a supplier is asked to ship differently.
     *
     * @param customerRecord who the goods would go to
     * @param lines only those of which units are still to come, with those units
     * @param mark says on the slip that it does not hold yet, in the supplier's words
     */
    public record Proposal(UUID customerRecord, List<PurchaseOrderLine> lines, String mark) {}

    /** What a slip says, and what it must not say. */
    public record Gathered(SlipFacts facts, SlipSecrets secrets) {}

    /**
     * The slip of a purchase order as it stands: what was rejected or cancelled is not on it. Opens a transaction to
     * gather and prints after it.
     *
     * @throws Problem {@link SlipProblem} when there is none to print
     */
    public byte[] render(MerchantId merchant, PurchaseOrderId purchaseOrder, PageSize size) {
        return print(tenancy.inTransaction(merchant, () -> gather(merchant, purchaseOrder)), size);
    }

    /**
     * The slip of one parcel that has left: what is in that one, as its supplier told. Opens a transaction to gather and
     * prints after it.
     *
     * @param parcel first, second, … of the purchase order's parcels, in the order they were reported
     * @throws Problem {@link SlipProblem}, or {@link ParcelProblem#UNKNOWN_PARCEL} when there is none of that number
     */
    public byte[] render(MerchantId merchant, PurchaseOrderId purchaseOrder, int parcel, PageSize size) {
        return print(tenancy.inTransaction(merchant, () -> gather(merchant, purchaseOrder, parcel)), size);
    }

    /**
     * Reads what the slip of one parcel says. Needs an open transaction.
     *
     * @throws Problem as above
     */
    Gathered gather(MerchantId merchant, PurchaseOrderId purchaseOrder, int parcel) {
        PurchaseOrderView order = find(merchant, purchaseOrder);
        List<ParcelView> parcels = parcels(merchant, purchaseOrder);
        if (parcel < 1 || parcel > parcels.size()) {
            throw new Problem(
                    ParcelProblem.UNKNOWN_PARCEL,
                    "There is no parcel " + parcel + " of " + order.number() + "; " + parcels.size()
                            + " of it are recorded.",
                    "parcel");
        }
        Map<Integer, Integer> inside = new HashMap<>();
        parcels.get(parcel - 1)
                .lines()
                .forEach(line -> inside.merge(line.line(), line.quantity() + line.excess(), Integer::sum));
        boolean complete = order.lines().stream()
                .allMatch(line -> line.withdrawn() || line.units().owed() <= 0);
        return gather(
                merchant,
                order,
                order.customerRecord(),
                order.lines().stream()
                        .map(line -> new Packed(line, inside.getOrDefault(line.line(), 0)))
                        .toList(),
                null,
                new SlipFacts.Parcel(parcel, complete ? parcels.size() : null));
    }

    /** Which of its purchase order's parcels one is, from 1. Needs an open transaction; 0 = it is none of them. */
    public int numberOf(MerchantId merchant, PurchaseOrderId purchaseOrder, PackageId parcel) {
        return parcels(merchant, purchaseOrder).stream()
                        .map(ParcelView::id)
                        .toList()
                        .indexOf(parcel)
                + 1;
    }

    private List<ParcelView> parcels(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return shipments.ofPurchaseOrder(merchant, purchaseOrder).stream()
                .flatMap(shipment -> shipment.packages().stream())
                .toList();
    }

    /**
     * Reads what the slip says. Needs an open transaction.
     *
     * @throws Problem {@link SlipProblem#UNKNOWN_PURCHASE_ORDER}, {@link SlipProblem#NOTHING_TO_PACK}
     */
    public Gathered gather(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        PurchaseOrderView order = find(merchant, purchaseOrder);
        return gather(merchant, order, order.customerRecord(), toPack(order.lines()), null, null);
    }

    /**
     * Reads what the slip would say if the supplier agreed. Needs an open transaction.
     *
     * @throws Problem as above
     */
    public Gathered gather(MerchantId merchant, PurchaseOrderId purchaseOrder, Proposal proposal) {
        return gather(
                merchant,
                find(merchant, purchaseOrder),
                proposal.customerRecord(),
                toPack(proposal.lines()),
                proposal.mark(),
                null);
    }

    private PurchaseOrderView find(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return purchaseOrders
                .find(merchant, purchaseOrder)
                .orElseThrow(() -> new Problem(
                        SlipProblem.UNKNOWN_PURCHASE_ORDER, "There is no such purchase order; read the list again."));
    }

    private Gathered gather(
            MerchantId merchant,
            PurchaseOrderView order,
            UUID customerRecord,
            List<Packed> all,
            @Nullable String mark,
            SlipFacts.@Nullable Parcel parcel) {
        ShipTo shipTo = orders.shipTo(merchant, List.of(customerRecord)).get(customerRecord);
        List<Packed> lines = all.stream().filter(each -> each.units() > 0).toList();
        PostalAddress address = shipTo == null ? null : shipTo.address();
        if (shipTo == null || address == null || lines.isEmpty()) {
            throw new Problem(
                    SlipProblem.NOTHING_TO_PACK,
                    "Nothing of " + order.number()
                            + " goes to the customer any more, or the customer's address is gone. Do not ship.");
        }
        Brand brand = brands.ofStore(merchant, order.store());
        SlipFacts facts = new SlipFacts(
                SlipBrand.of(brand, brands.logo(merchant, brand).orElse(null)),
                order.number(),
                order.storeOrderName(),
                named(address, shipTo.customer().name()),
                items(merchant, lines, shipTo),
                shipTo.giftMessage(),
                Optional.ofNullable(shipTo.customer().locale()).orElse(brand.language()),
                order.issuedAt(),
                mark,
                parcel);
        return new Gathered(facts, secrets(merchant, order, shipTo, prices(merchant, order, facts)));
    }

    /**
     * Prints and checks. Needs no transaction; costs tenths of a second.
     *
     * @throws Problem {@link SlipProblem#UNPRINTABLE}
     */
    public byte[] print(Gathered gathered, PageSize size) {
        try {
            byte[] slip = printer.render(gathered.facts(), size);
            PackingSlipCheck.differences(slip, gathered.facts(), gathered.secrets())
                    .ifPresent(difference -> {
                        throw unprintable(gathered, difference);
                    });
            return slip;
        } catch (Unprintable failed) {
            throw unprintable(gathered, failed.getMessage());
        }
    }

    /** What the file is called: by the number both sides know, and by nobody's name. */
    public static String fileName(String purchaseOrderNumber) {
        return purchaseOrderNumber + "-slip.pdf";
    }

    /** As above, of one parcel. */
    public static String fileName(String purchaseOrderNumber, int parcel) {
        return purchaseOrderNumber + "-parcel-" + parcel + "-slip.pdf";
    }

    private static Problem unprintable(Gathered gathered, @Nullable String why) {
        return new Problem(
                SlipProblem.UNPRINTABLE,
                "The slip of " + gathered.facts().purchaseOrder() + " does not leave: " + why
                        + ". Mend it in the order or the brand, or write the slip by hand.");
    }

    /** So many units of a line in the box. */
    private record Packed(PurchaseOrderLine line, int units) {}

    /** Units that are in a box, were in one, or will be. */
    private static List<Packed> toPack(List<PurchaseOrderLine> lines) {
        return lines.stream()
                .filter(line -> !line.withdrawn())
                .map(line -> new Packed(
                        line,
                        line.units().quantity()
                                - line.units().rejected()
                                - line.units().cancelled()))
                .toList();
    }

    private List<SlipFacts.Item> items(MerchantId merchant, List<Packed> packed, ShipTo shipTo) {
        Map<OrderLineId, String> storeLines = shipTo.entered().isEmpty()
                ? Map.of()
                : orders.storeLines(
                        merchant,
                        packed.stream().map(each -> each.line().orderLine()).toList());
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

    private ShopPrices prices(MerchantId merchant, PurchaseOrderView order, SlipFacts facts) {
        return orders.prices(merchant, order.salesOrder())
                .map(prices -> new ShopPrices(
                        prices.currency(),
                        facts.language(),
                        prices.minor(),
                        facts.items().stream().map(SlipFacts.Item::quantity).collect(Collectors.toSet())))
                .orElse(ShopPrices.NONE);
    }

    private SlipSecrets secrets(MerchantId merchant, PurchaseOrderView order, ShipTo shipTo, ShopPrices prices) {
        SupplierTerms supplier =
                suppliers.terms(merchant, List.of(order.supplier())).get(order.supplier());
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
                prices,
                shipTo.customer().email(),
                shipTo.customer().phone());
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
