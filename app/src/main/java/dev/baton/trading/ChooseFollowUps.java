package dev.baton.trading;

import dev.baton.platform.MerchantId;
import dev.baton.purchasing.CounterOfferId;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.CounterOfferNotice;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallId;
import dev.baton.purchasing.RecallLookup;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView.ParcelView;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides about documents that follow what a supplier itself said. Needs an open transaction; changes nothing. */
@Component
class ChooseFollowUps {

    private final CounterOfferLookup counterOffers;
    private final RecallLookup recalls;
    private final ShipmentLookup shipments;
    private final Clock clock;

    ChooseFollowUps(CounterOfferLookup counterOffers, RecallLookup recalls, ShipmentLookup shipments, Clock clock) {
        this.counterOffers = counterOffers;
        this.recalls = recalls;
        this.shipments = shipments;
        this.clock = clock;
    }

    /** What the choice is made from. */
    record FollowUps(
            Map<CounterOfferId, CounterOfferNotice> prices,
            Map<RecallId, Recall> recalls,
            Map<UUID, List<ParcelView>> parcels) {

        /** Whether the recall still waits for its answer. */
        boolean isOpen(Transmission row) {
            Recall recall = recalls.get(new RecallId(row.about()));
            return recall != null && recall.status() == Recall.Status.OPEN;
        }
    }

    FollowUps look(MerchantId merchant, List<Transmission> notices) {
        List<CounterOfferId> prices = notices.stream()
                .filter(row -> row.kind() == TransmissionKind.PRICE)
                .map(row -> new CounterOfferId(row.about()))
                .toList();
        List<RecallId> recalled = notices.stream()
                .filter(row -> row.kind() == TransmissionKind.RECALL)
                .map(row -> new RecallId(row.about()))
                .toList();
        Map<RecallId, Recall> found = recalled.isEmpty() ? Map.of() : recalls.all(merchant, recalled);
        return new FollowUps(
                prices.isEmpty() ? Map.of() : counterOffers.notices(merchant, prices), found, parcels(merchant, found));
    }

    /** By shipment, those that hold units that were cancelled. */
    private Map<UUID, List<ParcelView>> parcels(MerchantId merchant, Map<RecallId, Recall> found) {
        Map<UUID, List<ParcelView>> parcels = new HashMap<>();
        for (Recall recall : found.values()) {
            shipments.ofPurchaseOrder(merchant, recall.purchaseOrder()).stream()
                    .filter(shipment -> shipment.id().value().equals(recall.shipment()))
                    .forEach(shipment -> parcels.put(
                            recall.shipment(),
                            shipment.packages().stream()
                                    .filter(parcel -> parcel.lines().stream().anyMatch(line -> line.excess() > 0))
                                    .toList()));
        }
        return parcels;
    }

    /**
     * @param order the purchase order's own document; null = there is none
     * @param head the purchase order; null = there is none
     */
    Step recall(FollowUps found, Transmission row, @Nullable Transmission order, @Nullable PurchaseOrderView head) {
        Recall recall = found.recalls().get(new RecallId(row.about()));
        return recall == null || head == null || !found.isOpen(row)
                ? new Step.Withdraw("it was answered before it was sent")
                : afterOrder(
                        row,
                        order,
                        new Notice.Recalled(
                                head.number(),
                                head.version(),
                                recall,
                                found.parcels().getOrDefault(recall.shipment(), List.of())));
    }

    /** @param order the purchase order's own document; null = there is none */
    Step price(FollowUps found, Transmission row, @Nullable Transmission order) {
        CounterOfferNotice notice = found.prices().get(new CounterOfferId(row.about()));
        return notice == null
                ? new Step.Withdraw("nothing is decided about it")
                : afterOrder(row, order, new Notice.Price(notice));
    }

    private Step afterOrder(Transmission row, @Nullable Transmission order, Notice meant) {
        if (order == null) {
            return new Step.Withdraw("the purchase order was never sent");
        }
        return switch (order.status()) {
            case SENT, ACKNOWLEDGED -> new Step.SendNotice(meant);
            case PLANNED, SENDING, UNKNOWN, REFUSED, PARKED ->
                ChooseSteps.later(clock, row, "the purchase order has to arrive first");
            case WITHDRAWN -> new Step.Withdraw("the purchase order was never sent");
        };
    }
}
