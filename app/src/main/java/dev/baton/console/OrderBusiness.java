package dev.baton.console;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.console.OrderViews.Mail;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Parcel;
import dev.baton.console.OrderViews.Purchase;
import dev.baton.console.OrderViews.Scan;
import dev.baton.notifications.Message;
import dev.baton.notifications.MessageLookup;
import dev.baton.notifications.MessageState;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.SendByTimes;
import dev.baton.purchasing.SendByTimes.SendBy;
import dev.baton.purchasing.UnderMinimum;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ShipmentLookup;
import dev.baton.shipping.ShipmentView;
import dev.baton.shipping.ShipmentView.ParcelView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.TrackingLookup;
import dev.baton.tracking.TrackingLookup.ParcelStory;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What suppliers, carriers and the customer were told of an order and said; needs an open transaction of the merchant. */
@Component
class OrderBusiness {

    private static final int MOST_MAILS = 100;

    private final PurchaseOrderLookup purchaseOrders;
    private final SendByTimes sendBy;
    private final ShipmentLookup shipments;
    private final TrackingLookup tracking;
    private final LostParcels lost;
    private final MessageLookup messages;
    private final SupplierLookup suppliers;
    private final PurchaseWays ways;
    private final Clock clock;

    OrderBusiness(
            PurchaseOrderLookup purchaseOrders,
            SendByTimes sendBy,
            ShipmentLookup shipments,
            TrackingLookup tracking,
            LostParcels lost,
            MessageLookup messages,
            SupplierLookup suppliers,
            PurchaseWays ways,
            Clock clock) {
        this.purchaseOrders = purchaseOrders;
        this.sendBy = sendBy;
        this.shipments = shipments;
        this.tracking = tracking;
        this.lost = lost;
        this.messages = messages;
        this.suppliers = suppliers;
        this.ways = ways;
        this.clock = clock;
    }

    List<Purchase> purchases(Staff staff, SalesOrderId order) {
        MerchantId merchant = staff.merchant();
        List<PurchaseOrderView> views = purchaseOrders.ofSalesOrder(merchant, order);
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(
                merchant,
                views.stream().map(PurchaseOrderView::supplier).distinct().toList());
        Map<PurchaseOrderId, SendBy> due = sendBy.of(merchant, views, clock.instant());
        return views.stream()
                .map(view -> purchase(staff, view, terms.get(view.supplier()), due.get(view.id())))
                .toList();
    }

    private Purchase purchase(
            Staff staff, PurchaseOrderView view, @Nullable SupplierTerms supplier, @Nullable SendBy due) {
        boolean overdue =
                OrderMarks.isOverdue(view.status(), view.respondBy(), view.remindedAt() != null, clock.instant());
        return new Purchase(
                PurchaseSheet.path(view),
                view.number(),
                supplier == null ? "" : supplier.name(),
                PurchaseListing.state(view, due, clock.instant()),
                due == null ? null : due.at(),
                view.sentAt(),
                view.answeredAt() == null ? view.respondBy() : null,
                overdue,
                view.lines().stream()
                        .filter(line -> !line.withdrawn())
                        .map(OrderBusiness::goods)
                        .toList(),
                UnderMinimum.words(view, supplier),
                ways.of(staff, view, OrdersScreen.PATH + "/" + view.salesOrder().value(), ""));
    }

    private static String goods(PurchaseOrderLine line) {
        return line.units().quantity() + " × " + line.title();
    }

    List<Parcel> parcels(MerchantId merchant, SalesOrderId order) {
        return parcels(merchant, shipments.ofSalesOrder(merchant, order));
    }

    /** The parcels of some shipments, in their order. */
    List<Parcel> parcels(MerchantId merchant, List<ShipmentView> views) {
        Map<PackageId, ParcelStory> stories = tracking.stories(
                merchant,
                views.stream()
                        .flatMap(view -> view.packages().stream())
                        .map(ParcelView::id)
                        .toList());
        var gone = lost.of(
                merchant,
                views.stream()
                        .flatMap(view -> view.packages().stream())
                        .map(ParcelView::id)
                        .toList());
        return views.stream()
                .flatMap(view -> view.packages().stream()
                        .map(parcel -> parcel(view, parcel, stories.get(parcel.id()), gone.containsKey(parcel.id()))))
                .toList();
    }

    private static Parcel parcel(ShipmentView shipment, ParcelView parcel, @Nullable ParcelStory story, boolean lost) {
        return new Parcel(
                ParcelListing.PATH + "/" + parcel.id().value(),
                carrier(parcel),
                parcel.trackingNumber(),
                parcel.trackingUrl(),
                lost ? OrderMarks.LOST : OrderMarks.parcel(story == null ? null : story.status()),
                shipment.shippedAt(),
                lost || story == null ? null : story.expected(),
                parcel.remark(),
                story == null
                        ? List.of()
                        : story.scans().stream()
                                .map(scan -> new Scan(
                                        scan.occurredAt(),
                                        scan.text() == null
                                                ? OrderMarks.parcel(scan.code()).word()
                                                : scan.text(),
                                        Objects.requireNonNullElse(scan.place(), "")))
                                .toList());
    }

    private static String carrier(ParcelView parcel) {
        return carrier(parcel.carrierCode(), parcel.carrierSaid());
    }

    /** What people call a carrier: by its name, else in the supplier's word. */
    static String carrier(String code, String said) {
        return Carriers.find(code).map(Carrier::name).orElse(said.isEmpty() ? "Carrier not known" : said);
    }

    List<Mail> mails(MerchantId merchant, SalesOrderId order) {
        return messages
                .page(merchant, order, Arrays.asList(MessageState.values()), null, MOST_MAILS)
                .reversed()
                .stream()
                .map(OrderBusiness::mail)
                .toList();
    }

    private static Mail mail(Message message) {
        return new Mail(
                StaffWords.mail(message.kind()),
                state(message.state()),
                message.plannedAt(),
                message.sentAt(),
                Objects.requireNonNullElse(message.reason(), ""));
    }

    private static Mark state(MessageState state) {
        return switch (state) {
            case PLANNED -> new Mark("Mail", "Planned", "quiet");
            case SENDING -> new Mark("Mail", "Being sent", "quiet");
            case SENT -> new Mark("Mail", "Sent", "good");
            case UNKNOWN -> new Mark("Mail", "Sent?", "bad");
            case NOT_SENT -> new Mark("Mail", "Will be tried again", "warn");
            case REFUSED -> new Mark("Mail", "Refused", "bad");
            case RETURNED -> new Mark("Mail", "Came back", "bad");
            case WITHHELD -> new Mark("Mail", "Not sent on purpose", "quiet");
        };
    }
}
