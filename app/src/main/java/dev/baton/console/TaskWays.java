package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.TaskSubjects.Subject;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.RejectReason;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.purchasing.CancellationId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.TransmissionKind;
import dev.baton.trading.TransmissionLookup;
import dev.baton.trading.TransmissionStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways out of a task, for whoever looks; beside them there is always to say that it is done. */
@Component
class TaskWays {

    private static final String UNANSWERED = "purchasing.unanswered";

    private final PurchaseOrderLookup purchases;
    private final SupplierLookup suppliers;
    private final TransmissionLookup transmissions;
    private final OrderLookup orders;
    private final FileWays files;
    private final Ids ids;

    TaskWays(
            PurchaseOrderLookup purchases,
            SupplierLookup suppliers,
            TransmissionLookup transmissions,
            OrderLookup orders,
            FileWays files,
            Ids ids) {
        this.purchases = purchases;
        this.suppliers = suppliers;
        this.transmissions = transmissions;
        this.orders = orders;
        this.files = files;
        this.ids = ids;
    }

    /** Needs an open transaction of the merchant. */
    List<Way> of(Staff staff, Task task, @Nullable Subject about) {
        List<Way> ways = new ArrayList<>();
        MerchantId merchant = staff.merchant();
        PurchaseOrderView purchase = about == null || about.purchase() == null
                ? null
                : purchases.find(merchant, about.purchase()).orElse(null);
        switch (task.subjectType()) {
            case "purchase_order" -> addAnswers(staff, purchase, ways);
            case "cancellation" -> addCancellation(staff, task, purchase, ways);
            case "amendment" -> addDelivery(staff, task, ways);
            case "transmission" -> addResend(staff, task, ways);
            case "customer_message" -> addMail(staff, task, about, ways);
            case "refused_mails" -> addMails(staff, task, ways);
            case "supplier", "feed", "price_list" -> ways.addAll(files.of(staff, task));
            case "store" ->
                ways.add(Way.link(
                        "Look at the store",
                        "Its connection, what it is told and what it tells.",
                        "/console/stores",
                        "Open the stores"));
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
        if (purchase != null) {
            writeTo(merchant, purchase).ifPresent(ways::add);
        }
        if (about != null && about.order() != null && staff.may(Act.CANCEL_ORDERS)) {
            orders.find(merchant, about.order())
                    .filter(order -> order.cancelledAt() == null)
                    .ifPresent(order -> ways.add(OrderWays.cancel(order)));
        }
        return ways;
    }

    /** What is true, with figures where they are known here. */
    String title(Staff staff, Task task, @Nullable Subject about, Moments moments) {
        if (!task.kind().equals(UNANSWERED) || about == null || about.purchase() == null) {
            return task.title();
        }
        return purchases
                .find(staff.merchant(), about.purchase())
                .map(purchase -> {
                    SupplierTerms terms = terms(staff.merchant(), purchase);
                    return purchase.sentAt() == null || terms == null
                            ? task.title()
                            : terms.name() + " has not answered " + purchase.number() + " for "
                                    + moments.length(purchase.sentAt()) + " (agreed: " + terms.ackHours()
                                    + " working hours)";
                })
                .orElse(task.title());
    }

    private @Nullable SupplierTerms terms(MerchantId merchant, PurchaseOrderView purchase) {
        return suppliers.terms(merchant, List.of(purchase.supplier())).get(purchase.supplier());
    }

    private void addAnswers(Staff staff, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        if (purchase == null || !staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            return;
        }
        boolean unanswered = purchase.lines().stream()
                .anyMatch(line -> !line.withdrawn() && line.units().unanswered() > 0);
        boolean owed = purchase.lines().stream()
                .anyMatch(line -> !line.withdrawn() && line.units().owed() > 0);
        if (unanswered) {
            ways.add(answer(
                            "The supplier ships it",
                            "You have its word, by telephone or mail: " + goods(purchase) + " is promised.",
                            SupplierActs.ANSWER,
                            "It ships",
                            purchase,
                            "ACCEPT")
                    .main());
            ways.add(answer(
                            "The supplier cannot",
                            "What it does not ship is given to another supplier at once, or waits for one.",
                            SupplierActs.ANSWER,
                            "It cannot",
                            purchase,
                            "REJECT")
                    .with(reason(), Field.text("note", "Its words", "", false)));
        } else if (owed) {
            ways.add(answer(
                            "The rest is not coming",
                            "What has not left is given to another supplier at once, or waits for one.",
                            SupplierActs.REST,
                            "Not coming",
                            purchase,
                            "REJECT")
                    .with(reason(), Field.text("note", "Its words", "", false)));
        }
        transmissions.ofPurchaseOrder(staff.merchant(), purchase.id()).stream()
                .map(view -> view.transmission())
                .filter(each -> each.kind() == TransmissionKind.PURCHASE_ORDER && unanswered)
                .filter(each -> Set.of(TransmissionStatus.SENT, TransmissionStatus.REFUSED, TransmissionStatus.PARKED)
                        .contains(each.status()))
                .reduce((earlier, later) -> later)
                .filter(each -> staff.may(Act.RESEND_DOCUMENT))
                .ifPresent(each -> ways.add(resend(each.id().value().toString())));
    }

    private Way answer(
            String title, String means, String path, String button, PurchaseOrderView purchase, String action) {
        return Way.act(
                title,
                means,
                path,
                button,
                Map.of(
                        "number", purchase.number(),
                        "action", action,
                        "reference", ids.next().toString()));
    }

    private static String goods(PurchaseOrderView purchase) {
        return purchase.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().unanswered() > 0)
                .map(line -> line.units().unanswered() + " × " + line.merchantSku())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static Field reason() {
        return Field.choice(
                "reason",
                "Why",
                List.of(RejectReason.values()).stream()
                        .map(reason -> new Option(
                                reason.name(),
                                switch (reason) {
                                    case OUT_OF_STOCK -> "It has none left";
                                    case DISCONTINUED -> "It will never have it again";
                                    case CANNOT_SHIP_THERE -> "It does not ship there";
                                    case ADDRESS -> "The address is not good enough";
                                    case PRICE -> "It wants another price";
                                    case OTHER -> "Something else";
                                }))
                        .toList());
    }

    private void addCancellation(Staff staff, Task task, @Nullable PurchaseOrderView purchase, List<Way> ways) {
        CancellationId question = new CancellationId(task.subject());
        boolean open = !purchases
                .openCancellations(staff.merchant(), List.of(question))
                .isEmpty();
        if (purchase == null || !open || !staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            return;
        }
        ways.add(cancellation(
                        "It does not ship",
                        "You have its word: the units are cancelled.",
                        "Not shipped",
                        purchase,
                        task,
                        "yes")
                .main());
        ways.add(cancellation(
                "It ships all the same",
                "The units go on, and the customer gets them.",
                "Shipped",
                purchase,
                task,
                "no"));
    }

    private static Way cancellation(
            String title, String means, String button, PurchaseOrderView purchase, Task task, String accepted) {
        return Way.act(
                title,
                means,
                SupplierActs.CANCELLATION,
                button,
                Map.of("number", purchase.number(), "question", task.subject().toString(), "accepted", accepted));
    }

    private static void addDelivery(Staff staff, Task task, List<Way> ways) {
        if (!staff.may(Act.DECIDE_DELIVERY)) {
            return;
        }
        if (task.kind().equals("purchasing.amendment-held")) {
            ways.add(delivery("Ask the supplier", "It is asked to ship there all the same.", "Ask", task, "ASK"));
        }
        ways.add(delivery("Let it go", "It goes as the supplier was told first.", "Let it go", task, "LET_GO"));
        ways.add(delivery(
                "Do not ship it", "The supplier is asked not to ship it at all.", "Ask not to ship", task, "CANCEL"));
        ways.add(delivery(
                        "It is stopped on its way",
                        "Somebody stops or diverts the parcel; the note says who and how.",
                        "Note it",
                        task,
                        "INTERCEPT")
                .with(Field.text("note", "Who stops it, and how", "", true)));
    }

    private static Way delivery(String title, String means, String button, Task task, String choice) {
        return Way.act(
                title,
                means,
                SupplierActs.DELIVERY,
                button,
                Map.of("question", task.subject().toString(), "choice", choice));
    }

    private static void addResend(Staff staff, Task task, List<Way> ways) {
        if (staff.may(Act.RESEND_DOCUMENT)) {
            ways.add(resend(task.subject().toString()).main());
        }
        ways.add(Way.link(
                "Mend how it is reached",
                "Address, system and hours stand with the supplier.",
                SuppliersScreen.PATH,
                "Open the suppliers"));
    }

    private static Way resend(String document) {
        return Way.act(
                "Send it again",
                "The supplier gets the same document under the same number; one that has it takes it for a repeat.",
                RetryActs.DOCUMENT,
                "Send again",
                Map.of("document", document));
    }

    private static void addMail(Staff staff, Task task, @Nullable Subject about, List<Way> ways) {
        if (staff.may(Act.RESEND_MAIL)) {
            ways.add(Way.act(
                            "Send it again",
                            "The same words, to the address the order has now. Who had it already gets it twice.",
                            RetryActs.MAIL,
                            "Send again",
                            Map.of("mail", task.subject().toString()))
                    .main());
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

    private java.util.Optional<Way> writeTo(MerchantId merchant, PurchaseOrderView purchase) {
        SupplierTerms terms = terms(merchant, purchase);
        return terms == null || terms.mail() == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(Way.link(
                        "Ask " + terms.name(),
                        "Opens your own mail program, with the purchase order in the subject.",
                        OrderWays.mailto(terms.mail().address(), "Purchase order " + purchase.number()),
                        "Write a mail"));
    }
}
