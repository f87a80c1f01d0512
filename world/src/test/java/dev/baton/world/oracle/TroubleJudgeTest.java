package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.StoreTrouble;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store's trouble has to lead to, told by hand: nothing is found where all went right, and each fault is named. */
class TroubleJudgeTest {

    private final StoryTold story = StoryTold.whole();

    @Test
    void findsNothingWhereEverythingWasMended() {
        troubled(StoreTrouble.USER_ERRORS);
        story.fulfilled(0);
        troubled(StoreTrouble.THROTTLED);
        troubled(StoreTrouble.TOKEN_REFUSED);
        troubled(StoreTrouble.ANSWER_LOST);
        troubled(StoreTrouble.MISSING_SCOPE);
        granted(story.script.store());

        assertThat(judged()).isEmpty();
    }

    @Test
    void namesAShipmentThatIsNotToldAgain() {
        troubled(StoreTrouble.USER_ERRORS);

        assertThat(judged()).containsExactly("shipment given up");
    }

    @Test
    void namesAScopeNoTaskSpokeOf() {
        granted(story.script.store());
        troubled(StoreTrouble.MISSING_SCOPE);
        granted("another");

        assertThat(judged()).containsExactly("missing task");
    }

    @Test
    void namesATaskThatOutlivesItsCause() {
        story.tasks.add(new BatonPicture.Task("channels.store-access", "The store does not let Baton in", "s"));

        assertThat(judged()).containsExactly("needless task");
    }

    private void troubled(StoreTrouble trouble) {
        story.add(new Fact.StoreTroubled(story.script.id(), story.script.store(), trouble));
    }

    private void granted(String store) {
        story.add(new Fact.ScopeGranted("", store, "write"));
    }

    private List<String> judged() {
        return story.judged().stream().map(Difference::what).toList();
    }
}
