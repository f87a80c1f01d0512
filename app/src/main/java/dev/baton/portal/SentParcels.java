package dev.baton.portal;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.platform.MerchantId;
import dev.baton.portal.OrderPage.Sent;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelCorrections;
import dev.baton.shipping.ParcelCorrections.Before;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.shipping.Sscc;
import dev.baton.tracking.TrackingLookup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What has left of a purchase order, parcel by parcel; needs an open transaction of the merchant. */
@Component
class SentParcels {

    private final ShipmentLookup shipments;
    private final ParcelCorrections corrections;
    private final TrackingLookup tracking;

    SentParcels(ShipmentLookup shipments, ParcelCorrections corrections, TrackingLookup tracking) {
        this.shipments = shipments;
        this.corrections = corrections;
        this.tracking = tracking;
    }

    /** What is known of all parcels at once. */
    private record Known(Map<Integer, String> titles, Set<PackageId> delivered, Map<PackageId, List<Before>> before) {}

    /** The parcels in the order they were told. */
    List<Sent> of(OpenedLink link) {
        MerchantId merchant = link.merchant();
        List<ShipmentView> sent =
                shipments.ofPurchaseOrder(merchant, link.order().id());
        List<PackageId> ids = sent.stream()
                .flatMap(shipment -> shipment.packages().stream())
                .map(ParcelView::id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Known known = new Known(
                link.order().lines().stream()
                        .collect(Collectors.toMap(PurchaseOrderLine::line, PurchaseOrderLine::title)),
                tracking.delivered(merchant, ids),
                corrections.of(merchant, ids));
        return sent.stream()
                .flatMap(shipment -> shipment.packages().stream()
                        .map(parcel -> parcel(link, shipment, parcel, ids.indexOf(parcel.id()) + 1, known)))
                .toList();
    }

    private static Sent parcel(OpenedLink link, ShipmentView shipment, ParcelView parcel, int ordinal, Known known) {
        Words words = link.words();
        boolean delivered = known.delivered().contains(parcel.id());
        return new Sent(
                parcel.id().value().toString(),
                ordinal,
                words.at(shipment.shippedAt(), link.supplier().zone()),
                Carriers.find(parcel.carrierCode())
                        .map(Carrier::name)
                        .orElse(parcel.carrierSaid().isEmpty() ? words.say("sent.no-carrier") : parcel.carrierSaid()),
                parcel.carrierSaid(),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                parcel.remark() == null
                        ? null
                        : words.say(parcel.trackingNumber().isEmpty() ? "number.enter" : "sent.remark"),
                delivered,
                !delivered && link.allows(PurchaseOrderLinks.SHIP),
                parcel.weightGrams() == null ? null : words.weight(parcel.weightGrams()),
                Optional.ofNullable(parcel.sscc())
                        .flatMap(Sscc::read)
                        .map(Sscc::shown)
                        .orElse(null),
                known.before().getOrDefault(parcel.id(), List.of()).reversed().stream()
                        .map(each -> before(words, each))
                        .toList(),
                parcel.lines().stream()
                        .map(line -> (line.quantity() + line.excess()) + " × "
                                + known.titles().get(line.line()))
                        .toList());
    }

    private static String before(Words words, Before before) {
        String number = before.trackingNumber().isEmpty() ? words.say("sent.no-number") : before.trackingNumber();
        return Stream.of(before.carrier(), number)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
