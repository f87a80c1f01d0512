package dev.baton.world.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybookTest {

    @Test
    void isTheSameForTheSameSeedAndAnotherForAnother() {
        assertThat(Playbook.of(200, 7).scripts()).isEqualTo(Playbook.of(200, 7).scripts());
        assertThat(Playbook.of(200, 7).scripts())
                .isNotEqualTo(Playbook.of(200, 8).scripts());
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 200, 500})
    void hasEveryPlotAndAsManyOrdersAsAsked(int orders) {
        Playbook playbook = Playbook.of(orders, 7);

        Set<Plot> plots =
                playbook.scripts().values().stream().map(OrderScript::plot).collect(Collectors.toSet());
        assertThat(playbook.scripts()).hasSize(orders);
        assertThat(plots).isEqualTo(EnumSet.allOf(Plot.class));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void tellsOrdersInEveryWayHoweverFewTheyAre(long seed) {
        Playbook playbook = Playbook.of(Playbook.fewest(), seed);

        Set<Telling> shops = playbook.scripts().values().stream()
                .filter(script -> script.store().equals(Playbook.MAIN))
                .map(OrderScript::telling)
                .collect(Collectors.toSet());
        assertThat(playbook.scripts()).hasSize(Playbook.fewest());
        assertThat(shops).isEqualTo(EnumSet.allOf(Telling.class));
        assertThat(playbook.scripts().values())
                .anyMatch(script -> script.store().equals(Playbook.DIRECT) && script.telling() == Telling.DOUBLED);
    }

    @Test
    void hasOneOfEverythingAlsoWhereFewerOrdersAreAskedFor() {
        Playbook playbook = Playbook.of(1, 7);

        assertThat(Playbook.fewest()).isLessThanOrEqualTo(160);
        assertThat(playbook.scripts()).hasSize(Playbook.fewest());
        assertThat(playbook.scripts().values().stream().map(OrderScript::plot).collect(Collectors.toSet()))
                .isEqualTo(EnumSet.allOf(Plot.class));
    }

    @ParameterizedTest
    @EnumSource(StoreChange.Stage.class)
    void playsEveryChangeOfAStageHoweverFewOrdersThereAre(StoreChange.Stage stage) {
        Set<StoreChange> played = Playbook.of(Playbook.fewest(), 7).scripts().values().stream()
                .filter(script -> script.plot().changesAt() == stage)
                .map(OrderScript::change)
                .collect(Collectors.toSet());

        assertThat(played)
                .hasSizeGreaterThanOrEqualTo(5)
                .containsExactlyInAnyOrderElementsOf(
                        switch (stage) {
                            case BEFORE_SEND -> Changes.BEFORE_SEND;
                            case AFTER_SEND -> Changes.AFTER_SEND;
                            case AFTER_SHIP -> Changes.AFTER_SHIP;
                        });
    }

    @Test
    void placesAnOrderWithoutWhatALaterChangeBrings() {
        for (OrderScript script : Playbook.of(Playbook.fewest(), 7).scripts().values()) {
            int placed = units(script.placedLines());
            assertThat(units(script.lines()) - placed)
                    .as("%s %s", script.plot(), script.change())
                    .isEqualTo(
                            script.change() == StoreChange.UNIT_ADDED || script.change() == StoreChange.LINE_ADDED
                                    ? 1
                                    : 0);
            assertThat(placed).isPositive();
        }
    }

    private static int units(List<OrderScript.Line> lines) {
        return lines.stream().mapToInt(OrderScript.Line::quantity).sum();
    }

    @Test
    void holdsAtMostOneOrderInTwenty() {
        long held = Playbook.of(500, 7).scripts().values().stream()
                .filter(script -> script.plot().hold() != null)
                .count();

        assertThat(held).isBetween(14L, 25L);
    }

    @Test
    void letsEveryLineThatIsToBeSentHaveALegalSupplier() {
        for (OrderScript script : Playbook.of(500, 7).scripts().values()) {
            if (script.isSent()) {
                assertThat(script.lines())
                        .allSatisfy(line -> assertThat(line.parts())
                                .isNotEmpty()
                                .allSatisfy(part -> assertThat(part.suppliers())
                                        .as("%s %s", script.name(), part.sku())
                                        .isNotEmpty()));
            }
        }
    }

    @Test
    void repeatsAnOrderOnlyWhereTheDuplicateIsMeant() {
        Set<String> seen = new HashSet<>();
        for (OrderScript script : Playbook.of(500, 7).scripts().values()) {
            String address = script.shipTo().line1() + script.shipTo().city();
            assertThat(seen.add(address)).isEqualTo(!script.plot().isRepeat());
        }
    }

    @Test
    void keepsEveryOrderButTheDearOnesUnderTheValueLimit() {
        for (OrderScript script : Playbook.of(500, 7).scripts().values()) {
            assertThat(script.goodsCents() > 200_000)
                    .as(script.name())
                    .isEqualTo(script.plot() == Plot.HELD_OVER_VALUE);
        }
    }

    @Test
    void sendsAtLeastAQuarterToSeveralSuppliers() {
        long many = Playbook.of(500, 7).scripts().values().stream()
                .filter(script -> script.plot() == Plot.MULTI_SUPPLIER)
                .filter(script -> script.lines().stream()
                                .flatMap(line -> line.parts().getFirst().suppliers().stream())
                                .distinct()
                                .count()
                        > 1)
                .count();

        assertThat(many).isGreaterThanOrEqualTo(125);
    }
}
