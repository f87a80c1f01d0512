package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.Plot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Suppliers are asked to leave out what the script takes back after the send, once, and nothing else. */
class CancellationJudgeTest {

    @ParameterizedTest
    @EnumSource(
            value = Plot.class,
            names = {"CANCELLED_AFTER_SEND", "CANCEL_TOO_LATE", "UNIT_REFUNDED_AFTER_SEND"})
    void findsNothingWhereWhatIsTakenBackIsAskedOnce(Plot plot) {
        StoryTold story = sent(plot);
        story.leavesOut("c", units(story));
        story.leavesOut("c", units(story));

        assertThat(judged(story)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Plot.class,
            names = {"CANCELLED_AFTER_SEND", "CANCEL_TOO_LATE", "UNIT_REFUNDED_AFTER_SEND"})
    void namesWhatIsAskedBeyondIt(Plot plot) {
        StoryTold story = sent(plot);
        story.leavesOut("c", units(story));
        story.leavesOut("c2", 1);

        assertThat(judged(story)).containsExactly("needless cancellation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Plot.class,
            names = {"CANCELLED_AFTER_SEND", "CANCEL_TOO_LATE", "UNIT_REFUNDED_AFTER_SEND"})
    void namesWhatIsNeverAsked(Plot plot) {
        assertThat(judged(sent(plot))).containsExactly("lost cancellation");
    }

    /** Also where the supplier never answers the question nobody had to put. */
    @ParameterizedTest
    @EnumSource(
            value = Plot.class,
            names = {"REJECTED_THEN_REROUTED", "SILENT_FOREVER", "MOVED_TOO_LATE", "SCARCE"})
    void namesAQuestionNoScriptAskedFor(Plot plot) {
        StoryTold story = sent(plot);
        assertThat(judged(story)).isEmpty();

        story.add(
                new Fact.CancellationReceived(story.script.id(), story.supplier, StoryTold.NUMBER, "c", Map.of(1, 1)));

        assertThat(judged(story)).containsExactly("needless cancellation");
    }

    private static StoryTold sent(Plot plot) {
        StoryTold story = StoryTold.of(plot);
        story.taken(order -> order);
        return story;
    }

    private static int units(StoryTold story) {
        return story.script.plot() == Plot.UNIT_REFUNDED_AFTER_SEND ? 1 : story.line.quantity();
    }

    private static List<String> judged(StoryTold story) {
        return new CancellationJudge(story.script, new History(story.facts))
                .judge().stream().map(Difference::what).toList();
    }
}
