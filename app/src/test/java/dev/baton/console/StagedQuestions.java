package dev.baton.console;

import static org.awaitility.Awaitility.await;

import dev.baton.console.StagedTasks.Staged;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.purchasing.Acknowledge;
import dev.baton.purchasing.Acknowledgement;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.AnswerAmendment;
import dev.baton.purchasing.AnswerAmendment.AmendmentReply;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Questions to a supplier that came to a person: not to ship, or to ship otherwise. */
final class StagedQuestions {

    private static final PostalAddress NEXT_DOOR = new PostalAddress(
            "Ada Muster", null, "Probestraße 2", null, "Berlin", null, null, "10115", "DE", "+4930123456");
    private static final PostalAddress VIENNA =
            new PostalAddress("Ada Muster", null, "Probegasse 1", null, "Wien", null, null, "1010", "AT", null);

    private final ConsoleShop shop;
    private final StagedTasks staged;

    StagedQuestions(ConsoleShop shop, StagedTasks staged) {
        this.shop = shop;
        this.staged = staged;
    }

    Staged of(String kind, String type) {
        return switch (kind) {
            case "purchasing.cancellation-unanswered" -> cancellation(kind, true);
            case "purchasing.cancellation-refused" -> cancellation(kind, false);
            case "purchasing.amendment-held" -> {
                SalesOrderId order = changed(VIENNA);
                staged.awaitOpen(kind);
                yield Staged.form("ask-the-supplier", () -> amendment(order).status() == Amendment.Status.ASKED);
            }
            case "purchasing.amendment-unanswered" -> {
                SalesOrderId order = asked();
                staged.open(kind, type, amendment(order).id().value());
                yield Staged.form(
                        "it-ships-as-it-is-wanted-now", () -> amendment(order).status() == Amendment.Status.AGREED);
            }
            case "purchasing.amendment-refused" -> {
                SalesOrderId order = asked();
                shop.baton
                        .bean(AnswerAmendment.class)
                        .answer(
                                shop.merchant,
                                shop.acme,
                                staged.purchase(order).number(),
                                new AmendmentReply(amendment(order).id(), false, "too late"));
                staged.awaitOpen(kind);
                yield Staged.form("let-it-go", () -> amendment(order).decision() == Amendment.Decision.LET_GO);
            }
            case "purchasing.amendment-overtaken" -> {
                SalesOrderId order = asked();
                shop.shop.ship(order, "UPS", "1Z999AA10123456784", 1);
                staged.awaitOpen(kind);
                yield new Staged(
                        "it-is-stopped-on-its-way",
                        "",
                        "",
                        Map.of("note", "UPS was called"),
                        () -> amendment(order).decision() == Amendment.Decision.INTERCEPT);
            }
            case "purchasing.counter-offer" -> dearer(kind);
            default -> throw new IllegalStateException(kind + " is no question");
        };
    }

    private Staged cancellation(String kind, boolean silent) {
        SalesOrderId order = staged.sent();
        staged.accept(order);
        shop.shop.cancel(order, -1, 0);
        await().until(() -> asked(order, each -> each.status() == Cancellation.Status.OPEN));
        Cancellation question = staged.purchase(order).cancellations().getFirst();
        if (silent) {
            staged.open(kind, "cancellation", question.id().value());
            return Staged.form(
                    "it-does-not-ship", () -> asked(order, each -> each.status() == Cancellation.Status.AGREED));
        }
        shop.baton
                .bean(AnswerCancellation.class)
                .answer(
                        shop.merchant,
                        shop.acme,
                        staged.purchase(order).number(),
                        new CancellationReply(question.id(), false, "it is packed"));
        staged.awaitOpen(kind);
        return Staged.form(StagedTasks.DONE, () -> asked(order, each -> each.status() == Cancellation.Status.REFUSED));
    }

    private boolean asked(SalesOrderId order, Predicate<Cancellation> how) {
        return staged.purchase(order).cancellations().stream().anyMatch(how);
    }

    private SalesOrderId changed(PostalAddress to) {
        SalesOrderId order = staged.sent();
        staged.accept(order);
        new HeldOrder(shop, "1001").to(to).comesIn();
        return order;
    }

    private Staged dearer(String kind) {
        PurchaseOrderView purchase = staged.purchase(staged.sent());
        PurchaseOrderLine line = purchase.lines().getFirst();
        shop.baton
                .bean(Acknowledge.class)
                .acknowledge(
                        shop.merchant,
                        shop.acme,
                        purchase.number(),
                        new Acknowledgement(
                                "dearer",
                                List.of(new Acknowledgement.Statement(
                                        line.line(),
                                        Acknowledgement.Action.ACCEPT,
                                        line.units().quantity(),
                                        null,
                                        null,
                                        null)),
                                List.of(new Acknowledgement.NamedCost(line.line(), 999_000_000)),
                                purchase.currency()));
        staged.awaitOpen(kind);
        return Staged.form(
                "accept-the-other-cost-of-line-1",
                () -> shop.shop
                                .purchaseOrders(purchase.salesOrder())
                                .getLast()
                                .lines()
                                .getFirst()
                                .unitCostMicros()
                        == 999_000_000);
    }

    private SalesOrderId asked() {
        SalesOrderId order = changed(NEXT_DOOR);
        await().until(() -> !staged.purchase(order).amendments().isEmpty()
                && amendment(order).status() == Amendment.Status.ASKED);
        return order;
    }

    private Amendment amendment(SalesOrderId order) {
        return shop.shop.purchaseOrders(order).getFirst().amendments().getLast();
    }
}
