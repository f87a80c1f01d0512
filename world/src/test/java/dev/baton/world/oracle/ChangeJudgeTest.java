package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.Plot;
import dev.baton.world.story.StoreChange;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change on an order leads to, told by hand: nothing is found where all went right, and each fault is named. */
class ChangeJudgeTest {

    static Stream<Arguments> stories() {
        return Stream.of(
                story(Plot.CHANGED_AFTER_SEND, StoreChange.UNIT_REMOVED),
                story(Plot.CHANGED_AFTER_SEND, StoreChange.MONEY_BACK),
                story(Plot.CHANGED_AFTER_SEND, StoreChange.NOTED),
                story(Plot.CHANGED_AFTER_SHIP, StoreChange.MOVED),
                story(Plot.CHANGED_AFTER_SHIP, StoreChange.UNIT_KEPT),
                story(Plot.CHANGED_BEFORE_SEND, StoreChange.UNIT_CANCELLED));
    }

    private static Arguments story(Plot plot, StoreChange change) {
        return Arguments.of(plot, change);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void findsNothingWhereAllWentByTheRules(Plot plot, StoreChange change) {
        assertThat(told(plot, change).judged()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "lost refund",
                        Plot.CHANGED_AFTER_SEND,
                        StoreChange.MONEY_BACK,
                        story -> story.ends(Map.of("delivered", 2), 0)),
                fault(
                        "double refund",
                        Plot.CHANGED_AFTER_SEND,
                        StoreChange.MONEY_BACK,
                        story -> story.ends(Map.of("delivered", 2), 10_00)),
                fault(
                        "missing change",
                        Plot.CHANGED_AFTER_SEND,
                        StoreChange.NOTED,
                        story -> story.drop(Fact.ChangeMade.class)),
                fault("lost cancellation", Plot.CHANGED_AFTER_SEND, StoreChange.UNIT_REMOVED, story -> {
                    story.drop(Fact.CancellationReceived.class);
                    story.drop(Fact.CancellationAnswered.class);
                }),
                fault(
                        "needless cancellation",
                        Plot.CHANGED_AFTER_SEND,
                        StoreChange.UNIT_REMOVED,
                        story -> story.leavesOut("c2", 1)),
                fault(
                        "needless cancellation",
                        Plot.CHANGED_AFTER_SEND,
                        StoreChange.NOTED,
                        story -> story.leavesOut("c", 1)),
                fault(
                        "needless amendment",
                        Plot.CHANGED_AFTER_SHIP,
                        StoreChange.MOVED,
                        story -> story.add(new Fact.AmendmentReceived(
                                story.script.id(),
                                story.supplier,
                                StoryTold.NUMBER,
                                "a",
                                story.document().shipTo()))),
                fault("missing task", Plot.CHANGED_AFTER_SHIP, StoreChange.MOVED, story -> story.tasks.clear()),
                fault(
                        "needless task",
                        Plot.CHANGED_AFTER_SHIP,
                        StoreChange.UNIT_KEPT,
                        story -> story.tasks.add(task(story))),
                fault("wrong quantity", Plot.CHANGED_BEFORE_SEND, StoreChange.UNIT_CANCELLED, story -> {
                    story.drop(Fact.PurchaseOrderTaken.class);
                    story.taken(order -> order);
                }));
    }

    private static Arguments fault(String what, Plot plot, StoreChange change, Consumer<StoryTold> spoil) {
        return Arguments.of(what, plot, change, spoil);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesWhatWentWrong(String what, Plot plot, StoreChange change, Consumer<StoryTold> spoil) {
        StoryTold story = told(plot, change);

        spoil.accept(story);

        assertThat(story.judged()).extracting(Difference::what).contains(what);
    }

    private static BatonPicture.Task task(StoryTold story) {
        return new BatonPicture.Task(
                "purchasing.changed-after-shipping", story.script.name() + " changed after Acme shipped it", "s");
    }

    private static StoryTold told(Plot plot, StoreChange change) {
        StoryTold story = StoryTold.of(plot, change);
        String order = story.script.id();
        int units = story.line.quantity();
        int early = story.script.neverAsked(story.line);
        boolean asks = plot == Plot.CHANGED_AFTER_SEND && change.takesGoodsOff();
        int off = early > 0 || asks ? 1 : 0;
        story.taken(one -> story.document(StoryTold.NUMBER, story.line.sku(), units - early));
        story.add(new Fact.ChangeMade(order, change, plot.changesAt()));
        if (asks) {
            story.leavesOut("c", 1);
        }
        long cents = change == StoreChange.MONEY_BACK ? 5_00 : change.paysBack() ? story.line.priceCents() : 0;
        if (cents > 0) {
            story.add(new Fact.Refunded(order, "none", cents));
            mailed(story, "order.refunded", Map.of());
        }
        if (off > 0) {
            mailed(story, "order.part_cancelled", Map.of(story.line.id(), off));
        }
        if (change == StoreChange.MOVED) {
            story.tasks.add(task(story));
        }
        Map<String, Integer> all = Map.of(story.line.id(), units - off);
        story.shipped(units - off);
        story.fulfilled(units - off);
        mailed(story, "order.confirmed", Map.of(story.line.id(), units));
        mailed(story, "order.shipped", all);
        mailed(story, "order.delivered", all);
        story.ends(off == 0 ? Map.of("delivered", units) : Map.of("delivered", units - off, "cancelled", off), cents);
        return story;
    }

    private static void mailed(StoryTold story, String kind, Map<String, Integer> units) {
        story.add(new Fact.CustomerMailed(story.script.id(), kind, Objects.toString(UUID.randomUUID()), units));
    }
}
