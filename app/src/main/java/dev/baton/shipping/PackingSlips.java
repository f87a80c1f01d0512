package dev.baton.shipping;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pdf.PageSize;
import dev.baton.platform.pdf.Unprintable;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.shipping.GatherSlips.Packed;
import dev.baton.shipping.GatherSlips.Wanted;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
    private final GatherSlips gather;
    private final PackingSlip printer;
    private final Shipments shipments;

    PackingSlips(
            Tenancy tenancy,
            PurchaseOrderLookup purchaseOrders,
            GatherSlips gather,
            PackingSlip printer,
            Shipments shipments) {
        this.tenancy = tenancy;
        this.purchaseOrders = purchaseOrders;
        this.gather = gather;
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
        return gather.gather(
                        merchant,
                        List.of(new Wanted(
                                order,
                                order.customerRecord(),
                                order.lines().stream()
                                        .map(line -> new Packed(line, inside.getOrDefault(line.line(), 0)))
                                        .toList(),
                                null,
                                new SlipFacts.Parcel(parcel, complete ? parcels.size() : null))))
                .getFirst();
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
        return gather.gather(merchant, List.of(asItStands(order))).getFirst();
    }

    /**
     * Reads what the slips of many say. Needs an open transaction.
     *
     * @param wanted what each supplier is asked for; empty = as the purchase order stands
     * @throws Problem as above, for the first of which there is none to print
     */
    public Map<PurchaseOrderId, Gathered> gather(MerchantId merchant, Map<PurchaseOrderId, Optional<Proposal>> wanted) {
        Map<PurchaseOrderId, PurchaseOrderView> views =
                purchaseOrders.inOrder(merchant, List.copyOf(wanted.keySet())).stream()
                        .collect(Collectors.toMap(PurchaseOrderView::id, Function.identity()));
        List<Wanted> slips = wanted.entrySet().stream()
                .map(each -> {
                    PurchaseOrderView order =
                            Optional.ofNullable(views.get(each.getKey())).orElseThrow(PackingSlips::unknown);
                    return each.getValue()
                            .map(proposal -> new Wanted(
                                    order, proposal.customerRecord(), toPack(proposal.lines()), proposal.mark(), null))
                            .orElseGet(() -> asItStands(order));
                })
                .toList();
        Map<PurchaseOrderId, Gathered> gathered = new HashMap<>();
        List<Gathered> found = gather.gather(merchant, slips);
        for (int i = 0; i < slips.size(); i++) {
            gathered.put(slips.get(i).order().id(), found.get(i));
        }
        return gathered;
    }

    private static Wanted asItStands(PurchaseOrderView order) {
        return new Wanted(order, order.customerRecord(), toPack(order.lines()), null, null);
    }

    private PurchaseOrderView find(MerchantId merchant, PurchaseOrderId purchaseOrder) {
        return purchaseOrders.find(merchant, purchaseOrder).orElseThrow(PackingSlips::unknown);
    }

    private static Problem unknown() {
        return new Problem(SlipProblem.UNKNOWN_PURCHASE_ORDER, "There is no such purchase order; read the list again.");
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
}
