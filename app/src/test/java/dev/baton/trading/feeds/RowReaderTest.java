package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRow;
import dev.baton.platform.Problem;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.feeds.ColumnMapping.QuantityColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowReaderTest {

    private final List<StagedRow> figures = new ArrayList<>();
    private final List<StagedFault> faults = new ArrayList<>();

    @Test
    void readsAPlaceFromItsColumn() {
        RowReader reader =
                new RowReader(mapping("depot", new QuantityColumn("QTY", null)), List.of("Item", "Depot", "qty"));

        reader.read(new TableRow(2, List.of("A1", "EAST", "4"), null), figures, faults);

        assertThat(figures).containsExactly(new StagedRow(2, "A1", "EAST", 4));
        assertThat(faults).isEmpty();
    }

    @Test
    void readsAQuantityForEachWarehouseAndAddsUpThoseOfOne() {
        RowReader reader = new RowReader(
                mapping(
                        null,
                        new QuantityColumn("east", "EAST"),
                        new QuantityColumn("west", "WEST"),
                        new QuantityColumn("annex", "EAST")),
                List.of("item", "east", "west", "annex"));

        reader.read(new TableRow(2, List.of("A1", "4", "0", "3"), null), figures, faults);

        assertThat(figures).containsExactly(new StagedRow(2, "A1", "EAST", 7), new StagedRow(2, "A1", "WEST", 0));
    }

    @Test
    void leavesARowOutAsAWholeWhenOneOfItsCellsCannotBeRead() {
        RowReader reader = new RowReader(
                mapping(null, new QuantityColumn("east", "EAST"), new QuantityColumn("west", "WEST")),
                List.of("item", "east", "west"));

        reader.read(new TableRow(7, List.of("A1", "4.5", "?"), null), figures, faults);

        assertThat(figures).isEmpty();
        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isEqualTo(7);
            assertThat(fault.used()).isFalse();
            assertThat(fault.message()).contains("\"?\"");
        });
    }

    @Test
    void refusesACodeASpreadsheetShortened() {
        RowReader reader = new RowReader(mapping(null, new QuantityColumn("qty", null)), List.of("item", "qty"));

        reader.read(new TableRow(3, List.of("1.23E+11", "4"), null), figures, faults);

        assertThat(figures).isEmpty();
        assertThat(faults.getFirst().message()).contains("1.23E+11").contains("format the column as text");
    }

    @Test
    void passesOnWhatIsWrongWithTheRowItself() {
        RowReader reader = new RowReader(mapping(null, new QuantityColumn("qty", null)), List.of("item", "qty"));

        reader.read(new TableRow(3, List.of("A", "4"), "too many cells"), figures, faults);

        assertThat(faults.getFirst().message()).isEqualTo("too many cells");
    }

    @Test
    void saysWhichColumnIsMissingAndWhichThereAre() {
        assertThatThrownBy(
                        () -> new RowReader(mapping(null, new QuantityColumn("stock", null)), List.of("item", "qty")))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.code()).isEqualTo(FeedProblem.FEED_COLUMN_MISSING);
                    assertThat(problem.detail()).contains("no column stock; it has item, qty");
                });
    }

    private static ColumnMapping mapping(@Nullable String place, QuantityColumn... quantities) {
        return new ColumnMapping("item", place, List.of(quantities), Map.of(), null, null, null, null);
    }
}
