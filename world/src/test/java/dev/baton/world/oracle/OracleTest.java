package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.Plot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of difference, each shown on a ledger written by hand that has just this one fault. */
class OracleTest {

    @Test
    void findsNothingWhereAllWentByTheScript() {
        assertThat(StoryTold.whole().judged()).isEmpty();
    }

    private static Arguments fault(String what, Consumer<StoryTold> spoil) {
        return Arguments.of(what, spoil);
    }

    static Stream<Arguments> faultsOfADeliveredOrder() {
        return Stream.of(
                fault(
                        "lost send",
                        story -> story.facts.subList(2, story.facts.size()).clear()),
                fault("lost order", story -> story.orders.clear()),
                fault(
                        "lost line",
                        story ->
                                story.orders.put(story.script.id(), new BatonPicture.Order("id", "1001", Map.of(), 0))),
                fault("wrong end", story -> story.ends("shipped")),
                fault("not shipped", story -> {
                    story.drop(Fact.Shipped.class);
                    story.drop(Fact.Fulfilled.class);
                }),
                fault("lost fulfilment", story -> story.drop(Fact.Fulfilled.class)),
                fault("double fulfilment", story -> story.fulfilled(story.line.quantity())),
                fault(
                        "needless reminder",
                        story -> story.add(
                                new Fact.ReminderReceived(story.script.id(), story.supplier, StoryTold.NUMBER, null))),
                fault("early reminder", story -> {
                    story.pace = Duration.ofMinutes(1);
                    story.add(new Fact.ReminderReceived(story.script.id(), story.supplier, StoryTold.NUMBER, null));
                }),
                fault("wrong hold", story -> story.add(new Fact.HoldSeen(story.script.id(), "UNPAID", "h"))),
                fault("needless cancellation", story -> story.leavesOut("c", 1)),
                fault(
                        "needless cancellation",
                        story -> story.add(new Fact.CancellationReceived(
                                story.script.id(), story.supplier, StoryTold.NUMBER, "c", Map.of(1, 1)))),
                fault(
                        "double send",
                        story -> story.takenBy(
                                story.supplier,
                                story.document("1001-2", story.line.sku(), story.line.quantity()),
                                "sha2")),
                fault("double send", story -> story.takenBy(story.supplier, story.document(), "other bytes")),
                fault("double send", story -> story.takenBy("juniper", story.document(), "sha")),
                fault(
                        "parked against the script",
                        story -> story.parked.add(new BatonPicture.Parked("t", StoryTold.NUMBER, "acme"))));
    }

    @ParameterizedTest
    @MethodSource("faultsOfADeliveredOrder")
    void namesWhatWentWrongWithADeliveredOrder(String what, Consumer<StoryTold> spoil) {
        StoryTold story = StoryTold.whole();

        spoil.accept(story);

        named(what, story);
    }

    static Stream<Arguments> wordsOfTheOthers() {
        return Stream.of(
                fault("refused by Baton", story -> story.accepted(422)),
                fault(
                        "refused by Baton",
                        story -> story.add(new Fact.WebhookSent(story.script.id(), "main", "orders/paid", "w2", 0, 0))),
                fault("refused by Baton", story -> story.add(new Fact.StockTold("acme", "FULL", 3, 500))),
                fault("store call refused", story -> story.add(new Fact.StoreCallRefused("", "main", "no such field"))),
                fault(
                        "fulfilment refused",
                        story -> story.add(new Fact.FulfilmentRefused(story.script.id(), "main", "too many"))),
                fault(
                        "document refused",
                        story -> story.add(new Fact.DocumentRefused(
                                story.script.id(), "acme", "1001-1", "margin is not part of it"))),
                fault(
                        "oversold",
                        story -> story.add(new Fact.Oversold(story.script.id(), "acme", "1001-1", "R-001", 3, 2))));
    }

    @ParameterizedTest
    @MethodSource("wordsOfTheOthers")
    void repeatsWhatOnePartyWouldNotTakeFromAnother(String what, Consumer<StoryTold> spoil) {
        StoryTold story = StoryTold.whole();

        spoil.accept(story);

        named(what, story);
    }

    static Stream<Arguments> faultsOfMail() {
        return Stream.of(
                fault(
                        "slip shows price",
                        story -> story.add(
                                new Fact.MailFlaw(story.script.id(), "ember", "slip shows price", "it shows 19.00"))),
                fault("stray mail", story -> story.add(new Fact.MailStrayed("", "nobody@q1.example"))),
                fault(
                        "refused by Baton",
                        story -> story.add(
                                new Fact.LinkPressed(story.script.id(), "ember", StoryTold.NUMBER, "accept", 404))),
                fault(
                        "needless amendment",
                        story -> story.add(new Fact.AmendmentReceived(
                                story.script.id(),
                                "ember",
                                StoryTold.NUMBER,
                                "a",
                                story.document().shipTo()))),
                fault(
                        "refused by Baton",
                        story -> story.add(new Fact.AmendmentAnswered(
                                story.script.id(), "ember", StoryTold.NUMBER, "a", true, 409))));
    }

    @ParameterizedTest
    @MethodSource("faultsOfMail")
    void namesWhatWasWrongInTheMail(String what, Consumer<StoryTold> spoil) {
        StoryTold story = StoryTold.whole();

        spoil.accept(story);

        named(what, story);
    }

    private static PurchaseOrder changed(
            PurchaseOrder order, PurchaseOrder.ShipTo to, PurchaseOrder.Line line, String packaging) {
        return new PurchaseOrder(
                order.number(),
                1,
                order.storeOrderId(),
                order.storeOrderName(),
                order.shipFrom(),
                to,
                order.shipMethod(),
                order.currency(),
                List.of(line),
                packaging,
                order.branding(),
                order.special(),
                order.giftMessage());
    }

    static Stream<Arguments> faultsOfADocument() {
        return Stream.of(
                document(
                        "wrong quantity",
                        order -> line(order, order.lines().getFirst().merchantSku(), +1)),
                document(
                        "wrong quantity",
                        order -> line(order, order.lines().getFirst().merchantSku(), -1)),
                document("wrong goods", order -> line(order, "P-001", 0)),
                document(
                        "wrong address",
                        order -> changed(
                                order,
                                elsewhere(order.shipTo()),
                                order.lines().getFirst(),
                                String.valueOf(order.packaging()))),
                document(
                        "lost instruction",
                        order -> changed(order, order.shipTo(), order.lines().getFirst(), "")));
    }

    private static Arguments document(String what, UnaryOperator<PurchaseOrder> change) {
        return Arguments.of(what, change);
    }

    private static PurchaseOrder line(PurchaseOrder order, String sku, int more) {
        PurchaseOrder.Line line = order.lines().getFirst();
        return changed(
                order,
                order.shipTo(),
                new PurchaseOrder.Line(1, line.sku(), sku, line.quantity() + more, line.unitCost()),
                String.valueOf(order.packaging()));
    }

    private static PurchaseOrder.ShipTo elsewhere(PurchaseOrder.ShipTo to) {
        return new PurchaseOrder.ShipTo(
                to.name(),
                to.company(),
                "1 Elsewhere Road",
                to.line2(),
                to.city(),
                to.region(),
                to.regionCode(),
                to.postcode(),
                to.countryCode(),
                to.phone());
    }

    @ParameterizedTest
    @MethodSource("faultsOfADocument")
    void readsEveryDocumentAgainstItsScript(String what, UnaryOperator<PurchaseOrder> change) {
        StoryTold story = StoryTold.of(Plot.PART_SHIPPED);

        story.taken(change);

        named(what, story);
    }

    @Test
    void aReminderThatLayInTheMailboxBeforeTheAnswerIsNotNeedless() {
        StoryTold late = StoryTold.whole();
        StoryTold lying = StoryTold.whole();

        late.add(new Fact.ReminderReceived(late.script.id(), late.supplier, StoryTold.NUMBER, null));
        lying.add(new Fact.ReminderReceived(lying.script.id(), lying.supplier, StoryTold.NUMBER, Instant.EPOCH));

        assertThat(late.judged()).anyMatch(found -> found.toString().contains("needless reminder"));
        assertThat(lying.judged()).noneMatch(found -> found.toString().contains("needless reminder"));
    }

    @Test
    void namesASupplierWhoMayNotShipIt() {
        StoryTold story = StoryTold.of(Plot.PART_SHIPPED);

        story.takenBy("acme", story.document(), "sha");

        named("illegal supplier", story);
    }

    static Stream<Arguments> faultsOfOtherPlots() {
        return Stream.of(
                plot("missing hold", Plot.HELD_OVER_VALUE, _ -> {}),
                plot("sent against the script", Plot.HELD_OVER_VALUE, story -> {
                    held(story);
                    story.taken(order -> order);
                }),
                plot("wrong hold", Plot.HELD_OVER_VALUE, story -> {
                    held(story);
                    story.holds.clear();
                }),
                plot("sent against the script", Plot.CANCELLED_BEFORE_SEND, story -> story.taken(order -> order)),
                plot("lost cancellation", Plot.CANCELLED_AFTER_SEND, story -> story.taken(order -> order)),
                plot("shipped after cancel", Plot.CANCELLED_AFTER_SEND, story -> {
                    story.taken(order -> order);
                    story.add(new Fact.CancellationReceived(
                            story.script.id(), story.supplier, StoryTold.NUMBER, "c", Map.of(1, 1)));
                    story.add(new Fact.CancellationAnswered(
                            story.script.id(), story.supplier, StoryTold.NUMBER, "c", true, 200));
                    story.shipped(1);
                }),
                plot("no reminder", Plot.SILENT_FOREVER, story -> story.taken(order -> order)),
                plot("missing task", Plot.SILENT_FOREVER, story -> {
                    story.taken(order -> order);
                    story.add(new Fact.ReminderReceived(story.script.id(), story.supplier, StoryTold.NUMBER, null));
                }),
                plot("missing task", Plot.SILENT_FOREVER, story -> {
                    story.taken(order -> order);
                    story.add(new Fact.ReminderReceived(story.script.id(), story.supplier, StoryTold.NUMBER, null));
                    story.tasks.add(new BatonPicture.Task(
                            "purchasing.unanswered", "The supplier did not answer another one", "id"));
                }),
                plot("missing question", Plot.REPEATED_BOTH_MEANT, OracleTest::held),
                plot("lost mail", Plot.REPEATED_BOTH_MEANT, OracleTest::asked),
                plot("wrong answer", Plot.REPEATED_BOTH_MEANT, story -> {
                    asked(story);
                    story.add(new Fact.CustomerAnswered(story.script.id(), "cancel", 200));
                }),
                plot("wrong hold", Plot.REPEATED_BOTH_MEANT, story -> {
                    asked(story);
                    story.add(new Fact.CustomerAnswered(story.script.id(), "both", 200));
                }),
                plot("refused by Baton", Plot.REPEATED_NOT_MEANT, story -> {
                    asked(story);
                    story.add(new Fact.CustomerAnswered(story.script.id(), "cancel", 409));
                }),
                plot("sent against the script", Plot.REPEATED_NOT_MEANT, story -> story.taken(order -> order)),
                plot("missing task", Plot.REPEATED_UNANSWERED, OracleTest::asked),
                plot("needless question", Plot.HELD_POSSIBLE_DUPLICATE, OracleTest::asked),
                plot("missing park", Plot.PARKED, _ -> {}));
    }

    private static Arguments plot(String what, Plot plot, Consumer<StoryTold> tell) {
        return Arguments.of(what, plot, tell);
    }

    private static void held(StoryTold story) {
        String kind = String.valueOf(story.script.plot().hold());
        story.add(new Fact.HoldSeen(story.script.id(), kind, "h"));
        story.holds.add(new BatonPicture.Hold("h", kind, story.script.id()));
    }

    private static void asked(StoryTold story) {
        held(story);
        story.add(new Fact.CustomerAsked(story.script.id(), "h", 200));
    }

    @ParameterizedTest
    @MethodSource("faultsOfOtherPlots")
    void namesWhatWentWrongInOtherPlots(String what, Plot plot, Consumer<StoryTold> tell) {
        StoryTold story = StoryTold.of(plot);

        tell.accept(story);

        named(what, story);
    }

    private static void named(String what, StoryTold story) {
        assertThat(story.judged())
                .extracting(Difference::what)
                .as("differences of %s", story.script.plot())
                .contains(what);
    }
}
