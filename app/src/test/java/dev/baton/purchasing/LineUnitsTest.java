package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.LineUnits.Step;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineUnitsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    @Test
    void acceptsWhatWasUnanswered() {
        Step step = LineUnits.asked(3).accept(2);

        assertThat(step.moved()).isEqualTo(2);
        assertThat(step.after().accepted()).isEqualTo(2);
        assertThat(step.after().unanswered()).isEqualTo(1);
    }

    @Test
    void movesNoMoreThanIsOpenWhenMoreIsAccepted() {
        Step step = LineUnits.asked(3).accept(5);

        assertThat(step.moved()).isEqualTo(3);
        assertThat(step.after()).isEqualTo(new LineUnits(3, 3, 0, 0, null, 0, 0, 0));
    }

    @Test
    void acceptsWhatWasPutOffBefore() {
        LineUnits putOff = LineUnits.asked(2).backorder(2, APRIL).after();

        Step step = putOff.accept(1);

        assertThat(step.fromBackordered()).isEqualTo(1);
        assertThat(step.after().backordered()).isEqualTo(1);
        assertThat(step.after().backorderedUntil()).isEqualTo(APRIL);
    }

    @Test
    void forgetsTheDateWithTheLastUnitPutOff() {
        LineUnits after =
                LineUnits.asked(2).backorder(2, APRIL).after().accept(2).after();

        assertThat(after.backorderedUntil()).isNull();
    }

    @Test
    void movesTheDateWhenUnitsArePutOffAgain() {
        LineUnits after =
                LineUnits.asked(2).backorder(2, APRIL).after().backorder(2, MAY).after();

        assertThat(after.backordered()).isEqualTo(2);
        assertThat(after.backorderedUntil()).isEqualTo(MAY);
    }

    @Test
    void takesBackAnEarlierYesAsLongAsNothingLeft() {
        LineUnits partShipped = LineUnits.asked(3).accept(3).after().ship(1).after();

        Step step = partShipped.reject(3);

        assertThat(step.fromAccepted()).isEqualTo(2);
        assertThat(step.after().rejected()).isEqualTo(2);
        assertThat(step.after().owed()).isZero();
    }

    @Test
    void acceptsNothingThatWasRejected() {
        Step step = LineUnits.asked(1).reject(1).after().accept(1);

        assertThat(step.moved()).isZero();
    }

    @Test
    void shipsOnlyPartOfTheLineWhenOnlyPartLeft() {
        LineUnits after = LineUnits.asked(3).accept(3).after().ship(1).after();

        assertThat(after.shipped()).isEqualTo(1);
        assertThat(after.owed()).isEqualTo(2);
    }

    @Test
    void acceptsByShipping() {
        Step step = LineUnits.asked(2).ship(2);

        assertThat(step.fromUnanswered()).isEqualTo(2);
        assertThat(step.after()).isEqualTo(new LineUnits(2, 2, 0, 0, null, 0, 2, 0));
    }

    @Test
    void countsWhatWasNotOwedAsExcess() {
        Step step = LineUnits.asked(2).cancel(1).after().ship(2);

        assertThat(step.moved()).isEqualTo(1);
        assertThat(step.after().shipped()).isEqualTo(1);
        assertThat(step.after().excess()).isEqualTo(1);
    }

    @Test
    void cancelsNothingThatHasLeft() {
        Step step = LineUnits.asked(2).ship(1).after().cancel(2);

        assertThat(step.moved()).isEqualTo(1);
        assertThat(step.after().cancelled()).isEqualTo(1);
    }

    @Test
    void keepsEveryUnitInOnePlaceWhateverIsSaid() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            LineUnits units = LineUnits.asked(1 + random.nextInt(6));
            for (int i = 0; i < 12; i++) {
                LineUnits before = units;
                int said = 1 + random.nextInt(7);
                Step step = switch (random.nextInt(5)) {
                    case 0 -> units.accept(said);
                    case 1 -> units.reject(said);
                    case 2 -> units.backorder(said, APRIL);
                    case 3 -> units.cancel(said);
                    default -> units.ship(said);
                };
                units = step.after();
                assertThat(step.moved()).isBetween(0, said);
                assertThat(units.unanswered()).isBetween(0, before.unanswered());
                assertThat(units.shipped()).isBetween(before.shipped(), units.accepted());
                assertThat(units.owed()).isBetween(0, units.quantity());
                assertThat(units.backorderedUntil() == null).isEqualTo(units.backordered() == 0);
            }
        }
    }
}
