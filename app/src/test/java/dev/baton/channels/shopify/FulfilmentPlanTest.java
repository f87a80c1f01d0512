package dev.baton.channels.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.channels.Parcel;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.shopify.FulfilmentPlan.Take;
import dev.baton.channels.shopify.FulfilmentState.FulfilmentOrder;
import dev.baton.channels.shopify.FulfilmentState.Line;
import dev.baton.merchants.StoreId;
import dev.baton.orders.SalesOrderId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FulfilmentPlanTest {

    private static final StoreFulfilment SHIPMENT = shipment(1, State.PLANNED, "T1", List.of());

    @Test
    void takesUnitsFromTheOpenFulfilmentOrder() {
        FulfilmentState state = state(List.of(), order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 3)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2), state, null);

        assertThat(plan.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.takes()).containsExactly(new Take("fo/1", "fol/1", "11", 2)));
        assertThat(plan.held()).isEmpty();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void makesOneFulfilmentPerLocation() {
        FulfilmentState state = state(
                List.of(),
                order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 1)),
                order("fo/2", "IN_PROGRESS", "88", List.of(), line("fol/2", "11", 5), line("fol/3", "12", 1)),
                order("fo/3", "OPEN", "77", List.of(), line("fol/4", "12", 1)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2, "12", 2), state, null);

        assertThat(plan.parts()).hasSize(2);
        assertThat(plan.parts().getFirst().takes())
                .containsExactly(new Take("fo/1", "fol/1", "11", 1), new Take("fo/3", "fol/4", "12", 1));
        assertThat(plan.parts().getLast().units()).isEqualTo(Map.of("11", 1, "12", 1));
    }

    @Test
    void leavesOtherLocationsAlone() {
        FulfilmentState state = state(
                List.of(),
                order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 1)),
                order("fo/2", "OPEN", "88", List.of(), line("fol/2", "11", 1)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2), state, "88");

        assertThat(plan.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.units()).isEqualTo(Map.of("11", 1)));
        assertThat(plan.missing()).isEqualTo(Map.of("11", 1));
    }

    @Test
    void waitsForUnitsOnHoldAndFindsMovedOnes() {
        FulfilmentState state = state(
                List.of(),
                order("fo/1", "CLOSED", "77", List.of(), line("fol/1", "11", 0)),
                order("fo/2", "OPEN", "88", List.of(), line("fol/2", "11", 1)),
                order("fo/3", "ON_HOLD", "77", List.of("Awaiting payment"), line("fol/3", "11", 4)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2), state, null);

        assertThat(plan.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.takes()).containsExactly(new Take("fo/2", "fol/2", "11", 1)));
        assertThat(plan.held()).isEqualTo(Map.of("11", 1));
        assertThat(plan.holds()).containsExactly("Awaiting payment");
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void findsAFulfilmentWhoseAnswerWasLostByItsTrackingNumber() {
        SeenFulfilment made = new SeenFulfilment("900", List.of("T1"), Map.of("11", 2));
        FulfilmentState state = state(List.of(made), order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 5)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2), state, null);

        assertThat(plan.found()).containsExactly(made);
        assertThat(plan.parts()).isEmpty();
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void theSameNumberOnAnotherShipmentOfOursIsNotThisOne() {
        SeenFulfilment made = new SeenFulfilment("900", List.of("T1"), Map.of("11", 2));
        StoreFulfilment earlier = shipment(0, State.PUSHED, "T1", List.of(made));
        FulfilmentState state = state(List.of(made), order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 5)));

        FulfilmentPlan plan = FulfilmentPlan.of(SHIPMENT, Map.of("11", 2), List.of(earlier, SHIPMENT), state, null);

        assertThat(plan.found()).isEmpty();
        assertThat(plan.parts()).hasSize(1);
    }

    @Test
    void withoutANumberOnlyALostAnswerIsLookedForByItsUnits() {
        SeenFulfilment made = new SeenFulfilment("900", List.of(), Map.of("11", 2));
        FulfilmentState state = state(List.of(made), order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 5)));

        FulfilmentPlan first = plan(shipment(1, State.PLANNED, "", List.of()), Map.of("11", 2), state, null);
        FulfilmentPlan again = plan(shipment(1, State.ASKED, "", List.of()), Map.of("11", 2), state, null);

        assertThat(first.found()).isEmpty();
        assertThat(first.parts()).hasSize(1);
        assertThat(again.found()).containsExactly(made);
        assertThat(again.parts()).isEmpty();
    }

    @Test
    void whatIsNotWantedAnyMoreIsMissing() {
        FulfilmentState state = state(List.of(), order("fo/1", "OPEN", "77", List.of(), line("fol/1", "11", 0)));

        FulfilmentPlan plan = plan(SHIPMENT, Map.of("11", 2), state, null);

        assertThat(plan.parts()).isEmpty();
        assertThat(plan.missing()).isEqualTo(Map.of("11", 2));
    }

    private static FulfilmentPlan plan(
            StoreFulfilment shipment, Map<String, Integer> units, FulfilmentState state, @Nullable String location) {
        return FulfilmentPlan.of(shipment, units, List.of(shipment), state, location);
    }

    private static FulfilmentState state(List<SeenFulfilment> made, FulfilmentOrder... orders) {
        return new FulfilmentState(false, made, List.of(orders));
    }

    private static FulfilmentOrder order(
            String gid, String status, String location, List<String> holds, Line... lines) {
        boolean canCreate = status.equals("OPEN") || status.equals("IN_PROGRESS");
        return new FulfilmentOrder(gid, status, canCreate, location, holds, List.of(lines));
    }

    private static Line line(String gid, String storeLine, int remaining) {
        return new Line(gid, storeLine, remaining);
    }

    private static StoreFulfilment shipment(int number, State state, String tracking, List<SeenFulfilment> pushed) {
        return new StoreFulfilment(
                new UUID(7, number),
                new UUID(8, number),
                new StoreId(new UUID(1, 1)),
                new SalesOrderId(new UUID(2, 2)),
                "5001",
                state,
                List.of(new Parcel("ups", "UPS", tracking, null, Map.of(new UUID(0, 1), 2))),
                pushed,
                null,
                null);
    }
}
