package dev.baton.world.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.ledger.Fact;
import dev.baton.world.story.Plot;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with stock, each shown on a ledger written by hand that has just this one fault. */
class StockJudgeTest {

    private static final String FILE = "stock-00002.csv";

    private static Arguments fault(String what, Consumer<StoryTold> spoil) {
        return Arguments.of(what, spoil);
    }

    private static void laid(StoryTold story, String mood) {
        story.add(new Fact.StockFileLaid("moss", "stock-00001.csv", "FRESH", 20, 400));
        story.add(new Fact.StockFileLaid("moss", FILE, mood, 20, 380));
    }

    private static BatonPicture.StockFile file(String name, int bytes, String state) {
        return new BatonPicture.StockFile("moss", name, bytes, state);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("sold twice", story -> story.drop(Fact.Stocked.class)),
                fault(
                        "sold twice",
                        story -> story.add(new Fact.Acknowledged(
                                story.script.id(),
                                story.supplier,
                                StoryTold.NUMBER,
                                "A",
                                Map.of(1, 1),
                                Map.of(),
                                200))),
                fault(
                        "lost shortage",
                        story -> story.add(
                                new Fact.LieExposed(story.script.id(), story.supplier, "1001-7", "TA-T001", 2, 1))),
                fault("half a file", story -> {
                    laid(story, "HALF_WRITTEN");
                    story.stockFiles.add(file(FILE, 120, "merged"));
                }),
                fault("half a file", story -> {
                    laid(story, "FRESH");
                    story.stockFiles.add(file("stock.csv", 399, "merged"));
                }),
                fault("wrong file believed", story -> {
                    laid(story, "ZEROED");
                    story.stockFiles.add(file(FILE, 380, "merged"));
                }),
                fault("wrong file believed", story -> {
                    laid(story, "HALVED");
                    story.stockFiles.add(file("stock.csv", 380, "merged"));
                }),
                fault("stock not lowered", story -> {
                    story.add(new Fact.Stocked("acme", "AC-A001", 5));
                    story.shown.put("annex", Map.of("A-001", 6));
                }),
                fault("stock not lowered", story -> {
                    story.add(new Fact.Stocked("acme", "AC-A001", 5));
                    story.add(new Fact.Stocked("juniper", "JU-J001", 9));
                    story.shown.put("main", Map.of("X-001", 3));
                }),
                fault("refused by Baton", story -> story.add(new Fact.StockChecked("ember", 16, 409))),
                fault(
                        "refused by Baton",
                        story -> story.add(new Fact.StockFileDecided("moss", FILE, "supplier", false, 409))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesWhatIsWrong(String what, Consumer<StoryTold> spoil) {
        StoryTold story = StoryTold.whole();

        spoil.accept(story);

        assertThat(story.judged()).extracting(Difference::what).contains(what);
    }

    @Test
    void findsNothingWhereWrongFilesWereRefusedAndStoresShowWhatThereIs() {
        StoryTold story = StoryTold.whole();
        laid(story, "HALVED");
        story.stockFiles.addAll(List.of(file("stock-00001.csv", 400, "merged"), file(FILE, 380, "refused")));
        story.add(new Fact.StockFileDecided("moss", FILE, "supplier", false, 200));
        story.add(new Fact.Stocked("acme", "AC-A001", 5));
        story.add(new Fact.Stocked("juniper", "JU-J001", 9));
        story.shown.put("annex", Map.of("A-001", 5, "X-001", 2));

        assertThat(story.judged()).isEmpty();
    }

    @Test
    void missesTheLookOfWhoBuysTheLastUnit() {
        StoryTold story = StoryTold.of(Plot.LAST_UNIT);

        assertThat(story.judged()).extracting(Difference::what).contains("hidden stock");
    }
}
