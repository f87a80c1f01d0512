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
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
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
 * The packing slip of a purchase order: gathered from the order, the brand and the purchase order, printed, read back
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

    PackingSlips(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            OrderLookup orders,
            BrandLookup brands,
            SupplierLookup suppliers,
            PackingSlip printer) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.orders = orders;
        this.brands = brands;
        this.suppliers = suppliers;
        this.printer = printer;
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
     * Reads what the slip says. Needs an open transaction.
     *
     * @throws Problem {@link SlipProblem#UNKNOWN_PURCHASE_ORDER}, {@link SlipProblem#NOTHING_TO_PACK}
     */
    public Gathered gather(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        PurchaseOrderView order = find(merchant, purchaseOrder);
        return gather(merchant, order, order.customerRecord(), order.lines(), null);
    }

    /**
     * Reads what the slip would say if the supplier agreed. Needs an open transaction.
     *
     * @throws Problem as above
     */
    public Gathered gather(MerchantId merchant, PurchaseOrderId purchaseOrder, Proposal proposal) {
        return gather(
                merchant, find(merchant, purchaseOrder), proposal.customerRecord(), proposal.lines(), proposal.mark());
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
            List<PurchaseOrderLine> all,
            @Nullable String mark) {
        ShipTo shipTo = orders.shipTo(merchant, List.of(customerRecord)).get(customerRecord);
        List<PurchaseOrderLine> lines = all.stream()
                .filter(line -> !line.withdrawn() && toPack(line) > 0)
                .toList();
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
                mark);
        return new Gathered(facts, secrets(merchant, order, shipTo));
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

    private static Problem unprintable(Gathered gathered, @Nullable String why) {
        return new Problem(
                SlipProblem.UNPRINTABLE,
                "The slip of " + gathered.facts().purchaseOrder() + " does not leave: " + why
                        + ". Mend it in the order or the brand, or write the slip by hand.");
    }

    /** Units that are in a box, were in one, or will be. */
    private static int toPack(PurchaseOrderLine line) {
        return line.units().quantity() - line.units().rejected() - line.units().cancelled();
    }

    private List<SlipFacts.Item> items(MerchantId merchant, List<PurchaseOrderLine> lines, ShipTo shipTo) {
        Map<OrderLineId, String> storeLines = shipTo.entered().isEmpty()
                ? Map.of()
                : orders.storeLines(
                        merchant,
                        lines.stream().map(PurchaseOrderLine::orderLine).toList());
        return lines.stream()
                .map(line -> {
                    String storeLine = storeLines.get(line.orderLine());
                    Map<String, String> entered =
                            storeLine == null ? Map.of() : shipTo.entered().getOrDefault(storeLine, Map.of());
                    return new SlipFacts.Item(line.title(), line.merchantSku(), toPack(line), new TreeMap<>(entered));
                })
                .toList();
    }

    private SlipSecrets secrets(MerchantId merchant, PurchaseOrderView order, ShipTo shipTo) {
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
