package dev.baton.console;

import dev.baton.console.ExceptionViews.Field;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.RejectReason;
import dev.baton.platform.Ids;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.trading.Transmission;
import dev.baton.trading.TransmissionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What can be done about a purchase order: one set of buttons and one right each, wherever the order stands. */
@Component
class PurchaseWays {

    private static final String GIVE = "Give it to another supplier";

    private final Ids ids;
    private final CostWays costs;
    private final RecallWays recalls;

    PurchaseWays(Ids ids, CostWays costs, RecallWays recalls) {
        this.ids = ids;
        this.recalls = recalls;
        this.costs = costs;
    }

    /**
     * Everything but to send its documents again; each form comes back to the given page.
     *
     * @param elsewhere who else has it, in words; empty = not said
     */
    List<Way> of(Staff staff, PurchaseOrderView purchase, String back, String elsewhere) {
        List<Way> ways = new ArrayList<>(answers(staff, purchase));
        ways.addAll(costs.of(staff, purchase));
        ways.addAll(recalls.of(staff, purchase));
        purchase.cancellations().forEach(question -> ways.addAll(cancellation(staff, purchase, question)));
        purchase.amendments().forEach(question -> ways.addAll(amendment(staff, purchase, question)));
        reroute(staff, purchase, elsewhere).ifPresent(ways::add);
        askBack(staff, purchase).ifPresent(ways::add);
        return ways.stream().map(way -> way.backTo(back)).toList();
    }

    /** What the supplier says of the goods. */
    List<Way> answers(Staff staff, PurchaseOrderView purchase) {
        if (!staff.may(Act.ANSWER_FOR_SUPPLIER) || !purchase.status().begun()) {
            return List.of();
        }
        if (hasUnanswered(purchase)) {
            return List.of(
                    answer(
                                    "The supplier ships it",
                                    "You have its word, by telephone or mail: " + unanswered(purchase)
                                            + " is promised.",
                                    SupplierActs.ANSWER,
                                    "It ships",
                                    purchase,
                                    "ACCEPT")
                            .main(),
                    answer(
                                    "The supplier cannot",
                                    "What it does not ship is given to another supplier at once, or waits for one.",
                                    SupplierActs.ANSWER,
                                    "It cannot",
                                    purchase,
                                    "REJECT")
                            .with(reason(), Field.text("note", "Its words", "", false)));
        }
        return PurchaseSheet.askable(purchase) == 0
                ? List.of()
                : List.of(answer(
                                "The rest is not coming",
                                "What has not left is given to another supplier at once, or waits for one.",
                                SupplierActs.REST,
                                "Not coming",
                                purchase,
                                "REJECT")
                        .with(reason(), Field.text("note", "Its words", "", false)));
    }

    static boolean hasUnanswered(PurchaseOrderView purchase) {
        return purchase.lines().stream()
                .anyMatch(line -> !line.withdrawn() && line.units().unanswered() > 0);
    }

    private static String unanswered(PurchaseOrderView purchase) {
        return purchase.lines().stream()
                .filter(line -> !line.withdrawn() && line.units().unanswered() > 0)
                .map(line -> line.units().unanswered() + " × " + line.merchantSku())
                .collect(Collectors.joining(", "));
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

    private static Field reason() {
        return Field.choice(
                "reason",
                "Why",
                Stream.of(RejectReason.values())
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

    /** What the supplier says to the question not to ship. */
    List<Way> cancellation(Staff staff, PurchaseOrderView purchase, Cancellation question) {
        if (question.status() != Cancellation.Status.OPEN || !staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            return List.of();
        }
        Map<String, String> carried = Map.of(
                "number", purchase.number(), "question", question.id().value().toString());
        return List.of(
                Way.act(
                                "It does not ship",
                                question.forOthers()
                                        ? "You have its word: the units go to another supplier at once, or wait for one."
                                        : "You have its word: the units are cancelled.",
                                SupplierActs.CANCELLATION,
                                "Not shipped",
                                and(carried, "accepted", "yes"))
                        .main(),
                Way.act(
                        "It ships all the same",
                        "The units go on, and the customer gets them.",
                        SupplierActs.CANCELLATION,
                        "Shipped",
                        and(carried, "accepted", "no")));
    }

    /** What the supplier says to the wish to ship otherwise, and what is decided where it does not. */
    List<Way> amendment(Staff staff, PurchaseOrderView purchase, Amendment question) {
        List<Way> ways = new ArrayList<>();
        if (question.status() == Amendment.Status.ASKED && staff.may(Act.ANSWER_FOR_SUPPLIER)) {
            Map<String, String> carried = Map.of(
                    "number",
                    purchase.number(),
                    "question",
                    question.id().value().toString());
            ways.add(Way.act(
                            "It ships as it is wanted now",
                            "You have its word: the purchase order says so from now on.",
                            SupplierActs.AMENDMENT,
                            "It changes it",
                            and(carried, "accepted", "yes"))
                    .main());
        }
        if (!isToDecide(question) || !staff.may(Act.ASK_SUPPLIERS)) {
            return ways;
        }
        if (question.status() == Amendment.Status.HELD) {
            ways.add(delivery("Ask the supplier", "It is asked to ship there all the same.", "Ask", question, "ASK")
                    .main());
        }
        ways.add(delivery("Let it go", "It goes as the supplier was told first.", "Let it go", question, "LET_GO"));
        if (PurchaseSheet.askable(purchase) > 0) {
            ways.add(delivery(
                    "Do not ship it",
                    "The supplier is asked not to ship it at all.",
                    "Ask not to ship",
                    question,
                    "CANCEL"));
        }
        ways.add(delivery(
                        "It is stopped on its way",
                        "Somebody stops or diverts the parcel; the note says who and how.",
                        "Note it",
                        question,
                        "INTERCEPT")
                .with(Field.text("note", "Who stops it, and how", "", true)));
        return ways;
    }

    private static boolean isToDecide(Amendment question) {
        return switch (question.status()) {
            case ASKED, HELD, REFUSED, OVERTAKEN -> question.decision() == null;
            case PLANNED, AGREED, REPLACED, WITHDRAWN, DECIDED -> false;
        };
    }

    private static Way delivery(String title, String means, String button, Amendment question, String choice) {
        return Way.act(
                title,
                means,
                SupplierActs.DELIVERY,
                button,
                Map.of("question", question.id().value().toString(), "choice", choice));
    }

    /**
     * To give what is still to come to others, by the road that is open, with what would happen in words; empty = nothing
     * is to come, or the supplier is asked already.
     *
     * @param elsewhere who else has it, in words; empty = not said
     */
    Optional<Way> reroute(Staff staff, PurchaseOrderView purchase, String elsewhere) {
        int units = owed(purchase);
        if (units == 0 || isAskedForOthers(purchase) || !staff.may(Act.ASK_SUPPLIERS)) {
            return Optional.empty();
        }
        return RerouteRoad.from(purchase.status()).map(road -> reroute(purchase, road, units, elsewhere));
    }

    private static Way reroute(PurchaseOrderView purchase, RerouteRoad road, int units, String elsewhere) {
        String who = elsewhere.isEmpty() ? "" : " " + elsewhere;
        Map<String, String> carried = Map.of("number", purchase.number(), "road", road.name());
        return switch (road) {
            case AT_ONCE ->
                Way.act(
                        GIVE,
                        "This one never got it, so nobody is asked: it is not sent "
                                + (purchase.status() == PurchaseOrderStatus.ISSUED ? "to it" : "again")
                                + ", and what it asks for goes to another supplier at once, or waits for one." + who,
                        SupplierActs.REROUTE,
                        "Give it to another",
                        carried);
            case ASKS_FIRST ->
                Way.act(
                                GIVE,
                                "This one may have it, so it is asked first: "
                                        + (units == 1 ? "1 unit stays" : units + " units stay")
                                        + " with it until it answers. If it leaves them out they go to another supplier at"
                                        + " once, or wait for one; if it ships, they come from it. Nobody ships them"
                                        + " twice." + who,
                                SupplierActs.REROUTE,
                                "Ask, then give",
                                carried)
                        .with(Field.text("reason", "Reason, for the supplier to read", "", true));
        };
    }

    /** Units of it that are still to come. */
    static int owed(PurchaseOrderView purchase) {
        return purchase.lines().stream()
                .filter(line -> !line.withdrawn())
                .mapToInt(line -> line.units().owed())
                .sum();
    }

    /** Whether its supplier is asked already to leave it to others. */
    static boolean isAskedForOthers(PurchaseOrderView purchase) {
        return purchase.cancellations().stream()
                .anyMatch(question -> question.forOthers()
                        && switch (question.status()) {
                            case WAITING, OPEN -> true;
                            case AGREED, REFUSED, OVERTAKEN -> false;
                        });
    }

    /** To ask the supplier not to ship what is still to come; empty = there is nothing, or a question is open. */
    private static Optional<Way> askBack(Staff staff, PurchaseOrderView purchase) {
        int units = PurchaseSheet.askable(purchase);
        if (units == 0 || !staff.may(Act.ASK_SUPPLIERS)) {
            return Optional.empty();
        }
        return Optional.of(Way.act(
                        "Ask not to ship",
                        "The supplier must answer. What it leaves out goes to nobody else.",
                        SupplierActs.ASK_BACK,
                        units == 1 ? "Ask back 1 unit" : "Ask back " + units + " units",
                        Map.of("number", purchase.number()))
                .with(Field.text("reason", "Reason, for the supplier to read", "", true))
                .bad());
    }

    /** To send a document once more, for whoever may and where it makes sense. */
    static Optional<Way> resend(Staff staff, Transmission document) {
        return staff.may(Act.ASK_SUPPLIERS) && mayResend(document)
                ? Optional.of(resend(document.id().value()))
                : Optional.empty();
    }

    private static Way resend(UUID document) {
        return Way.act(
                "Send it again",
                "The supplier gets the same document under the same number; one that has it takes it for a repeat.",
                RetryActs.DOCUMENT,
                "Send again",
                Map.of("document", document.toString()));
    }

    /** Where sending again makes sense; {@link dev.baton.trading.ResendTransmissions} has the last word. */
    private static boolean mayResend(Transmission row) {
        return switch (row.status()) {
            case REFUSED, PARKED, SENT -> row.kind() != TransmissionKind.REMINDER;
            case PLANNED -> row.reason() != null;
            case SENDING, UNKNOWN, ACKNOWLEDGED, WITHDRAWN -> false;
        };
    }

    private static Map<String, String> and(Map<String, String> carried, String name, String value) {
        Map<String, String> more = new HashMap<>(carried);
        more.put(name, value);
        return Map.copyOf(more);
    }
}
