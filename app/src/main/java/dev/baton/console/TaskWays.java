package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.TaskSubjects.Subject;
import dev.baton.notifications.MessageId;
import dev.baton.notifications.MessageLookup;
import dev.baton.orders.AskCustomer;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.TransmissionId;
import dev.baton.trading.TransmissionKind;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways out of a task, for whoever looks; beside them there is always to say that it is done. */
@Component
class TaskWays {

    private static final String UNANSWERED = "purchasing.unanswered";
    private static final String SILENT = "orders.customer-silent";

    private final PurchaseOrderLookup purchases;
    private final SupplierLookup suppliers;
    private final TransmissionLookup transmissions;
    private final OrderLookup orders;
    private final More more;

    TaskWays(
            PurchaseOrderLookup purchases,
            SupplierLookup suppliers,
            TransmissionLookup transmissions,
            OrderLookup orders,
            More more) {
        this.purchases = purchases;
        this.suppliers = suppliers;
        this.transmissions = transmissions;
        this.orders = orders;
        this.more = more;
    }

    /** Ways out that are a matter of their own. */
    @Component("moreTaskWays")
    record More(
            PurchaseWays purchases,
            CostWays costs,
            RecallWays recalls,
            CounterOfferLookup counterOffers,
            FileWays files,
            CauseWays causes,
            MessageLookup messages,
            HoldBoard holds) {}

    /** Purchase orders tasks are about, and whose they are, read at once for many tasks. */
    record Asked(Map<PurchaseOrderId, PurchaseOrderView> purchases, Map<SupplierId, SupplierTerms> terms) {

        @Nullable
        PurchaseOrderView of(@Nullable Subject about) {
            return about == null || about.purchase() == null ? null : purchases.get(about.purchase());
        }
    }

    /** What was asked of suppliers; needs an open transaction of the merchant. */
    Asked asked(MerchantId merchant, Collection<Subject> about) {
        List<PurchaseOrderId> ids = about.stream()
                .map(Subject::purchase)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<PurchaseOrderView> views = purchases.inOrder(merchant, ids);
        return new Asked(
                views.stream().collect(Collectors.toMap(PurchaseOrderView::id, Function.identity())),
                suppliers.terms(
                        merchant,
                        views.stream()
                                .map(PurchaseOrderView::supplier)
                                .distinct()
                                .toList()));
    }

    /** Every one; needs an open transaction of the merchant. */
    List<Way> of(Staff staff, Task task, @Nullable Subject about) {
        MerchantId merchant = staff.merchant();
        Asked asked = asked(merchant, about == null ? List.of() : List.of(about));
        PurchaseOrderView purchase = asked.of(about);
        List<Way> ways = own(staff, task, about, purchase);
        if (purchase != null) {
            writeTo(purchase, asked.terms().get(purchase.supplier())).ifPresent(ways::add);
        }
        if (about != null && about.order() != null && staff.may(Act.CANCEL_ORDERS)) {
            orders.find(merchant, about.order())
                    .filter(order -> order.cancelledAt() == null)
                    .ifPresent(order -> ways.add(OrderWays.cancel(order)));
        }
        if (staff.may(Act.CLOSE_TASK)) {
            ways.add(done(task));
        }
        return ways;
    }

    /** Those that one click takes, but for what has to be read before it is sent; needs an open transaction of the merchant. */
    List<Way> quick(Staff staff, Task task, @Nullable Subject about, Asked asked) {
        return own(staff, task, about, asked.of(about)).stream()
                .filter(Way::quick)
                .filter(way -> !way.path().equals(SupplierActs.AFTER_ALL))
                .toList();
    }

    /** What its kind offers; that it is done, to write to somebody and to cancel stand beside it. */
    private List<Way> own(Staff staff, Task task, @Nullable Subject about, @Nullable PurchaseOrderView purchase) {
        List<Way> ways = new ArrayList<>();
        switch (task.subjectType()) {
            case "purchase_order" -> addAnswers(staff, purchase, ways);
            case "cancellation", "amendment" -> addQuestion(staff, task, purchase, ways);
            case "counter_offer" -> addCost(staff, task, purchase, ways);
            case "transmission" -> addResend(staff, task, purchase, ways);
            case "shipment" ->
                ways.addAll(more.recalls()
                        .ofShipment(
                                staff,
                                task.subject(),
                                recall -> purchases
                                        .find(staff.merchant(), recall.purchaseOrder())
                                        .orElseThrow()));
            case "sales_order" -> addHolds(staff, task, ways);
            case "customer_message" -> addMail(staff, task, about, ways);
            case "refused_mails" -> addMails(staff, task, ways);
            case "supplier", "feed", "price_list" -> ways.addAll(more.files().of(staff, task));
            default -> {
                // nothing of its own
            }
        }
        if (task.kind().equals("work.parked") && staff.may(Act.RETRY_WORK)) {
            ways.add(Way.act(
                            "Try it again",
                            "It runs at once, with a fresh count of attempts.",
                            RetryActs.WORK,
                            "Try again",
                            Map.of("subject", task.subject().toString()))
                    .main());
        }
        ways.addAll(more.causes().of(staff, task, about));
        return ways;
    }

    /** The way out that always is: nothing is changed but the list. */
    private static Way done(Task task) {
        return Way.act(
                        "It is done",
                        "Whatever was to be done is done elsewhere. Should the matter stay as it is, it comes back.",
                        CloseTaskScreen.PATH,
                        "Close it",
                        Map.of("task", task.id().toString()))
                .with(Field.text("note", "What was done", "", false));
    }

    /** What is true, with figures where they are known here. */
    static String title(Task task, @Nullable Subject about, Asked asked, Moments moments) {
        PurchaseOrderView purchase = task.kind().equals(UNANSWERED) ? asked.of(about) : null;
        SupplierTerms terms = purchase == null ? null : asked.terms().get(purchase.supplier());
        return purchase == null || purchase.sentAt() == null || terms == null
                ? task.title()
                : terms.name() + " has not answered " + purchase.number() + " for " + moments.length(purchase.sentAt())
                        + " (agreed: " + terms.ackHours() + " working hours)";
    }

    private void addAnswers(Staff staff, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        if (purchase == null) {
            return;
        }
        ways.addAll(more.purchases().answers(staff, purchase));
        more.purchases().reroute(staff, purchase, "").ifPresent(ways::add);
        if (PurchaseWays.hasUnanswered(purchase)) {
            transmissions.ofPurchaseOrder(staff.merchant(), purchase.id()).stream()
                    .map(TransmissionView::transmission)
                    .filter(each -> each.kind() == TransmissionKind.PURCHASE_ORDER)
                    .reduce((earlier, later) -> later)
                    .flatMap(each -> PurchaseWays.resend(staff, each))
                    .ifPresent(ways::add);
        }
    }

    private void addQuestion(Staff staff, Task task, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        if (purchase == null) {
            return;
        }
        purchase.cancellations().stream()
                .filter(each -> each.id().value().equals(task.subject()))
                .forEach(each -> ways.addAll(more.purchases().cancellation(staff, purchase, each)));
        purchase.amendments().stream()
                .filter(each -> each.id().value().equals(task.subject()))
                .forEach(each -> ways.addAll(more.purchases().amendment(staff, purchase, each)));
    }

    private void addCost(Staff staff, Task task, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        if (purchase != null) {
            more.counterOffers().of(staff.merchant(), purchase.id()).stream()
                    .filter(each -> each.id().value().equals(task.subject()))
                    .forEach(each -> ways.addAll(more.costs().of(staff, purchase, each)));
        }
    }

    /** What the customer does not answer is decided here. */
    private void addHolds(Staff staff, Task task, List<Way> ways) {
        if (task.kind().equals(SILENT)) {
            more.holds().ofOrders(staff.merchant(), List.of(new SalesOrderId(task.subject()))).stream()
                    .filter(hold -> AskCustomer.asksAbout(hold.kind()))
                    .flatMap(hold -> HoldWays.releasing(staff, hold).stream())
                    .map(Way::main)
                    .forEach(ways::add);
        }
    }

    private void addResend(Staff staff, Task task, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        transmissions.find(staff.merchant(), new TransmissionId(task.subject())).ifPresent(view -> {
            PurchaseWays.resend(staff, view.transmission()).map(Way::main).ifPresent(ways::add);
            ways.add(Way.link(
                    "Mend how it is reached",
                    "Address, system and hours stand with the supplier.",
                    SuppliersScreen.PATH + "/" + view.transmission().supplier().value(),
                    "Open the supplier"));
        });
        if (purchase != null) {
            more.purchases().reroute(staff, purchase, "").ifPresent(ways::add);
        }
    }

    /** One that Baton goes on trying by itself is not sent again by a person: what keeps it is looked at instead. */
    private void addMail(Staff staff, Task task, @Nullable Subject about, List<Way> ways) {
        boolean ended = more.messages()
                .find(staff.merchant(), new MessageId(task.subject()))
                .filter(mail -> switch (mail.state()) {
                    case UNKNOWN, REFUSED, RETURNED, WITHHELD -> true;
                    case PLANNED, SENDING, SENT, NOT_SENT -> false;
                })
                .isPresent();
        if (ended && staff.may(Act.RESEND_MAIL)) {
            ways.add(Way.act(
                            "Send it again",
                            "The same words, to the address the order has now. Who had it already gets it twice.",
                            RetryActs.MAIL,
                            "Send again",
                            Map.of("mail", task.subject().toString()))
                    .main());
        }
        if (!ended) {
            ways.add(CauseWays.mail());
        }
        if (about != null) {
            ways.add(Way.link(
                    "Look at the order", "The customer's address and every mail stand there.", about.path(), "Open"));
        }
    }

    private static void addMails(Staff staff, Task task, List<Way> ways) {
        if (staff.may(Act.RESEND_MAIL)) {
            ways.add(Way.act(
                            "Send them all again",
                            "Once the addresses are mended, or the mail servers take mail again.",
                            RetryActs.MAILS,
                            "Send all again",
                            Map.of("batch", task.subject().toString()))
                    .main());
        }
    }

    private static Optional<Way> writeTo(PurchaseOrderView purchase, @Nullable SupplierTerms terms) {
        return terms == null || terms.mail() == null
                ? Optional.empty()
                : Optional.of(Way.link(
                        "Ask " + terms.name(),
                        "Opens your own mail program, with the purchase order in the subject.",
                        OrderWays.mailto(terms.mail().address(), "Purchase order " + purchase.number()),
                        "Write a mail"));
    }
}
