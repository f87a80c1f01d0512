package dev.baton.trading;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.AllocationId;
import dev.baton.orders.AskedBack;
import dev.baton.orders.OrderLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.work.Backoff;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AmendmentId;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.ChooseFollowUps.FollowUps;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides for each leased transmission what to do next. Needs an open transaction; changes nothing. */
@Component
class ChooseSteps {

    /** The longest a notice waits before it looks again whether its purchase order has arrived. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** How soon after a start with a relay the last of what waited looks again. */
    private static final Duration LONGEST_WAIT_FOR_A_RELAY = Duration.ofMinutes(1);

    private static final Set<TransmissionStatus> HAS_ARRIVED =
            EnumSet.of(TransmissionStatus.SENT, TransmissionStatus.ACKNOWLEDGED);

    private final SupplierLookup suppliers;
    private final MerchantLookup merchants;
    private final PurchaseOrderLookup purchaseOrders;
    private final OrderLookup orders;
    private final Transmissions transmissions;
    private final TransmissionAttempts attempts;
    private final Endpoints endpoints;
    private final MailRelay relay;
    private final ChooseFollowUps followUps;
    private final Clock clock;

    ChooseSteps(
            SupplierLookup suppliers,
            MerchantLookup merchants,
            PurchaseOrderLookup purchaseOrders,
            OrderLookup orders,
            Transmissions transmissions,
            TransmissionAttempts attempts,
            Endpoints endpoints,
            MailRelay relay,
            ChooseFollowUps followUps,
            Clock clock) {
        this.suppliers = suppliers;
        this.merchants = merchants;
        this.purchaseOrders = purchaseOrders;
        this.orders = orders;
        this.transmissions = transmissions;
        this.attempts = attempts;
        this.endpoints = endpoints;
        this.relay = relay;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** What the choice is made from, and used again by who carries it out. */
    record Choice(Map<SupplierId, SupplierTerms> suppliers, Map<TransmissionId, Step> steps) {

        Step of(Transmission row) {
            return steps.getOrDefault(row.id(), new Step.Finish());
        }
    }

    private record Sight(
            MerchantId merchant,
            Map<SupplierId, SupplierTerms> suppliers,
            Map<StoreId, Boolean> liveStores,
            Map<CancellationId, CancellationNotice> cancellations,
            Map<AmendmentId, Amendment> amendments,
            FollowUps followUps,
            Map<PurchaseOrderId, Transmission> orders,
            Map<PurchaseOrderId, PurchaseOrderView> heads,
            AtomicInteger places) {}

    Choice choose(MerchantId merchant, Collection<Transmission> rows) {
        Sight sight = look(merchant, rows);
        Map<TransmissionId, Step> steps = new HashMap<>();
        for (Transmission row : rows) {
            steps.put(row.id(), step(sight, row));
        }
        return new Choice(sight.suppliers(), steps);
    }

    private Sight look(MerchantId merchant, Collection<Transmission> rows) {
        List<Transmission> notices = rows.stream()
                .filter(row -> row.kind() != TransmissionKind.PURCHASE_ORDER)
                .toList();
        List<PurchaseOrderId> about =
                notices.stream().map(Transmission::purchaseOrder).distinct().toList();
        return new Sight(
                merchant,
                suppliers.terms(
                        merchant,
                        rows.stream().map(Transmission::supplier).distinct().toList()),
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Store::live)),
                notices.isEmpty() ? Map.of() : cancellations(merchant, notices),
                notices.isEmpty() ? Map.of() : amendments(merchant, notices),
                followUps.look(merchant, notices),
                notices.isEmpty() ? Map.of() : orders(merchant, about),
                notices.isEmpty() ? Map.of() : purchaseOrders.headsOf(merchant, about),
                new AtomicInteger(relay.places()));
    }

    private Map<CancellationId, CancellationNotice> cancellations(MerchantId merchant, List<Transmission> notices) {
        return purchaseOrders.openCancellations(
                merchant,
                notices.stream()
                        .filter(row -> row.kind() == TransmissionKind.CANCELLATION)
                        .map(row -> new CancellationId(row.about()))
                        .toList());
    }

    private Map<AmendmentId, Amendment> amendments(MerchantId merchant, List<Transmission> notices) {
        List<AmendmentId> ids = notices.stream()
                .filter(row -> row.kind() == TransmissionKind.AMENDMENT
                        || (row.kind() == TransmissionKind.REMINDER && row.isAboutAQuestion()))
                .map(row -> new AmendmentId(row.about()))
                .toList();
        return ids.isEmpty() ? Map.of() : purchaseOrders.amendments(merchant, ids);
    }

    private Map<PurchaseOrderId, Transmission> orders(MerchantId merchant, List<PurchaseOrderId> about) {
        return transmissions.ofPurchaseOrders(merchant, about).stream()
                .filter(row -> row.kind() == TransmissionKind.PURCHASE_ORDER)
                .collect(Collectors.toMap(Transmission::purchaseOrder, Function.identity(), (earlier, later) -> later));
    }

    private Step step(Sight sight, Transmission row) {
        if (!row.status().open()) {
            return new Step.Finish();
        }
        SupplierTerms supplier = sight.suppliers().get(row.supplier());
        boolean begun = row.document() != null;
        if (supplier == null || (supplier.channel() == null && supplier.mail() == null)) {
            return new Step.Park("the supplier has neither a REST channel nor mail to send it to");
        }
        if (!begun && !supplier.live()) {
            return new Step.Watch(
                    "the supplier is in watch mode: nothing is sent to it",
                    "supplier",
                    row.supplier().value());
        }
        if (!begun && !sight.liveStores().getOrDefault(row.store(), false)) {
            return new Step.Watch(
                    "the store is in watch mode: nothing is sent for it",
                    "store",
                    row.store().value());
        }
        return supplier.isMailed()
                ? relayRest(sight, row).orElseGet(() -> begun ? again(sight, row) : first(sight, row))
                : endpointRest(sight, row).orElseGet(() -> begun ? again(sight, row) : first(sight, row));
    }

    private Optional<Step> relayRest(Sight sight, Transmission row) {
        if (!relay.isSetUp()) {
            Instant until = Backoff.byAge(clock, row.plannedAt(), LONGEST_WAIT_FOR_A_RELAY);
            return Optional.of(new Step.AwaitRelay(until, "no mail relay is set up"));
        }
        return sight.places().getAndDecrement() > 0
                ? Optional.empty()
                : Optional.of(new Step.Wait(
                        clock.instant().plus(relay.untilAPlace()), "the relay takes so many mails a minute"));
    }

    private Optional<Step> endpointRest(Sight sight, Transmission row) {
        return endpoints
                .restsUntil(sight.merchant(), row.supplier())
                .map(end -> new Step.Wait(end, "the supplier's endpoint does not answer and rests"));
    }

    /** A purchase order is repeated whatever was said meanwhile; a notice only while its question is open. */
    private Step again(Sight sight, Transmission row) {
        if (row.kind() == TransmissionKind.REMINDER && !row.isAboutAQuestion() && isToBeSentAgain(sight, row)) {
            return later(clock, row, "the purchase order has to arrive first");
        }
        boolean wanted = switch (row.kind()) {
            case PURCHASE_ORDER -> true;
            case CANCELLATION -> sight.cancellations().containsKey(new CancellationId(row.about()));
            case AMENDMENT -> isAsked(sight, row);
            case PRICE -> true;
            case RECALL -> sight.followUps().isOpen(row);
            case REMINDER -> isUnanswered(sight, row);
        };
        return wanted ? new Step.Repeat() : new Step.Withdraw("it was answered before an attempt came through");
    }

    /** Whether its purchase order did not come through and may be sent again. */
    private static boolean isToBeSentAgain(Sight sight, Transmission row) {
        Transmission order = sight.orders().get(row.purchaseOrder());
        return order != null && order.status() != TransmissionStatus.WITHDRAWN && !HAS_ARRIVED.contains(order.status());
    }

    private static boolean isAsked(Sight sight, Transmission row) {
        Amendment question = sight.amendments().get(new AmendmentId(row.about()));
        return question != null && question.status() == Amendment.Status.ASKED;
    }

    private static boolean isUnanswered(Sight sight, Transmission row) {
        if (row.isAboutAQuestion()) {
            return isAsked(sight, row);
        }
        PurchaseOrderView head = sight.heads().get(row.purchaseOrder());
        return head != null && head.answeredAt() == null;
    }

    private Step first(Sight sight, Transmission row) {
        return switch (row.kind()) {
            case PURCHASE_ORDER -> new Step.BeginOrder();
            case CANCELLATION -> cancellation(sight, row);
            case AMENDMENT -> amendment(sight, row);
            case PRICE -> followUps.price(sight.followUps(), row, sight.orders().get(row.purchaseOrder()));
            case RECALL ->
                followUps.recall(
                        sight.followUps(),
                        row,
                        sight.orders().get(row.purchaseOrder()),
                        sight.heads().get(row.purchaseOrder()));
            case REMINDER -> row.isAboutAQuestion() ? amendmentReminder(sight, row) : reminder(sight, row);
        };
    }

    /** Bytes that may still be sent for the first time would contradict it: the purchase order has to arrive first. */
    private Step amendment(Sight sight, Transmission row) {
        Amendment question = sight.amendments().get(new AmendmentId(row.about()));
        Transmission order = sight.orders().get(row.purchaseOrder());
        if (question == null || question.status() != Amendment.Status.PLANNED || order == null) {
            return new Step.Withdraw("it was not wanted any more before it was asked");
        }
        return switch (order.status()) {
            case SENT, ACKNOWLEDGED -> new Step.BeginAmendment();
            case PLANNED, SENDING, UNKNOWN, REFUSED, PARKED ->
                later(clock, row, "the purchase order has to arrive first");
            case WITHDRAWN -> new Step.Withdraw("the purchase order was never sent");
        };
    }

    static Step.Wait later(Clock clock, Transmission row, String why) {
        return new Step.Wait(Backoff.byAge(clock, row.plannedAt(), LONGEST_WAIT), why);
    }

    private static Step amendmentReminder(Sight sight, Transmission row) {
        Amendment question = sight.amendments().get(new AmendmentId(row.about()));
        PurchaseOrderView head = sight.heads().get(row.purchaseOrder());
        Instant respondBy = question == null ? null : question.respondBy();
        if (head == null || question == null || respondBy == null || !isAsked(sight, row)) {
            return new Step.Withdraw("the supplier answered before it was reminded");
        }
        return new Step.SendNotice(new Notice.Reminder(head.number(), head.version(), question.id(), respondBy));
    }

    private Step cancellation(Sight sight, Transmission row) {
        CancellationNotice notice = sight.cancellations().get(new CancellationId(row.about()));
        Transmission order = sight.orders().get(row.purchaseOrder());
        if (notice == null || order == null) {
            return new Step.Withdraw("the question was answered before it was sent");
        }
        return switch (order.status()) {
            case SENT, ACKNOWLEDGED -> new Step.SendNotice(new Notice.Cancellation(notice));
            case PLANNED, SENDING, UNKNOWN -> {
                Instant until = Backoff.byAge(clock, row.plannedAt(), LONGEST_WAIT);
                yield new Step.Wait(until, "the purchase order has to arrive first");
            }
            case WITHDRAWN -> new Step.AnswerItself("the purchase order was never sent");
            case REFUSED, PARKED -> {
                if (!neverArrived(sight, order)) {
                    yield new Step.SendNotice(new Notice.Cancellation(notice));
                }
                yield coversAllOwed(sight.merchant(), notice)
                        ? new Step.AnswerItself("the supplier's system never took the purchase order")
                        : new Step.Wait(
                                Backoff.byAge(clock, row.plannedAt(), LONGEST_WAIT),
                                "the purchase order holds more and may be sent again; the question follows it");
            }
        };
    }

    /**
     * Whether nothing of the purchase order is wanted of this supplier any more. Otherwise it may be sent again, and its bytes are
     * fixed: they would ship what was confirmed as cancelled.
     */
    private boolean coversAllOwed(MerchantId merchant, CancellationNotice notice) {
        PurchaseOrderView order =
                purchaseOrders.byNumber(merchant, notice.number()).orElseThrow();
        Map<AllocationId, AskedBack> asked = orders.askedBack(
                merchant,
                order.lines().stream().map(PurchaseOrderLine::allocation).toList());
        return order.lines().stream()
                .filter(line -> !line.withdrawn())
                .allMatch(line -> line.units().owed()
                        <= asked.getOrDefault(line.allocation(), AskedBack.NONE).units());
    }

    /** Whether no attempt can have put the purchase order into the supplier's hands, or each of them came back. */
    private boolean neverArrived(Sight sight, Transmission order) {
        PurchaseOrderView head = sight.heads().get(order.purchaseOrder());
        return (head != null && head.status() == PurchaseOrderStatus.UNDELIVERED)
                || attempts.of(sight.merchant(), List.of(order.id())).getOrDefault(order.id(), List.of()).stream()
                        .allMatch(attempt -> attempt.outcome().knownUnsent());
    }

    /**
     * Nobody is reminded of what did not arrive. A purchase order whose mail came back waits to be sent again, and the
     * time to answer runs anew from then: a reminder planned before that is used at the end of it.
     */
    private Step reminder(Sight sight, Transmission row) {
        PurchaseOrderView head = sight.heads().get(row.purchaseOrder());
        if (head == null || head.answeredAt() != null || head.respondBy() == null) {
            return new Step.Withdraw("the supplier answered before it was reminded");
        }
        if (isToBeSentAgain(sight, row)) {
            return later(clock, row, "the purchase order has to arrive first");
        }
        if (head.remindedAt() == null) {
            Instant look = clock.instant().plus(LONGEST_WAIT);
            Instant until = head.respondBy().isAfter(look) ? head.respondBy() : look;
            return new Step.Wait(until, "the purchase order was sent again and the time to answer runs anew");
        }
        return new Step.SendNotice(new Notice.Reminder(head.number(), head.version(), null, head.respondBy()));
    }
}
