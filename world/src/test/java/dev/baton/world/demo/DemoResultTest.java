package dev.baton.world.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.DemoResult;
import dev.baton.world.http.Json;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.StoreTrouble;
import dev.baton.world.oracle.Difference;
import dev.baton.world.oracle.Figures;
import dev.baton.world.story.HoldKind;
import dev.baton.world.story.Playbook;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A run is good only when nothing at all speaks against it. */
class DemoResultTest {

    private static final Map<HoldKind, Integer> HELD = Map.of(HoldKind.UNPAID, 1, HoldKind.BAD_ADDRESS, 1);
    private static final Map<String, Integer> REQUIRED = Map.of("multiSupplierOrders", 25, "bundles", 3);

    /** A good run of a hundred orders, and what is put into it. */
    private static final class Run {

        private Map<HoldKind, Integer> held = HELD;
        private Map<String, Integer> counted = Map.of("undelivered", 0);
        private int parked = 1;
        private List<Difference> differences = List.of();
        private int openWork;
        private Map<String, Integer> required = REQUIRED;

        DemoResult result() {
            return new DemoResult(
                    100,
                    100,
                    held,
                    held.equals(HELD) ? HELD : expected(),
                    counted,
                    parked,
                    1,
                    differences,
                    openWork,
                    required,
                    12.34);
        }

        private Map<HoldKind, Integer> expected() {
            return held.values().stream().mapToInt(Integer::intValue).sum() > 5 ? held : HELD;
        }
    }

    private static void refused(Run run, String complaint) {
        assertThat(run.result().complaints()).singleElement().asString().contains(complaint);
        assertThat(run.result().exitCode()).isEqualTo(1);
        assertThat(run.result().isGood()).isFalse();
        assertThat(read(run.result()).at("/complaints/0").asString()).contains(complaint);
    }

    private static JsonNode read(DemoResult result) {
        return Objects.requireNonNull(Json.readOrNull(result.json().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void nothingAgainstItIsGood() {
        assertThat(new Run().result().complaints()).isEmpty();
        assertThat(new Run().result().exitCode()).isZero();
    }

    @Test
    void aDifferenceIsNot() {
        Run run = new Run();
        run.differences = List.of(new Difference("double send", "#1001", "it was sent twice"));

        refused(run, "1 differences");
    }

    @Test
    void workThatIsLeftIsNot() {
        Run run = new Run();
        run.openWork = 3;
        refused(run, "openWork is 3");

        run.openWork = -1;
        refused(run, "openWork is -1");
    }

    @Test
    void aParcelOnTheWayIsNot() {
        Run run = new Run();
        run.counted = Map.of("undelivered", 2);

        refused(run, "2 parcels are undelivered");
    }

    @Test
    void anotherHoldThanInTheScriptsIsNot() {
        Run run = new Run();
        run.held = Map.of(HoldKind.UNPAID, 1, HoldKind.NO_SUPPLIER, 1);

        refused(run, "held is");
    }

    @Test
    void tooManyHeldOrdersAreNot() {
        Run run = new Run();
        run.held = Map.of(HoldKind.UNPAID, 6, HoldKind.BAD_ADDRESS, 1);

        refused(run, "more than 5 % of the orders were held");
    }

    @Test
    void aDocumentThatWaitsForAPersonOutsideOfTheScriptsIsNot() {
        Run run = new Run();
        run.parked = 2;

        refused(run, "parked is 2 instead of 1");
    }

    @Test
    void aRunWithoutOneOfWhatEveryRunMustHaveIsNot() {
        Run run = new Run();
        run.required = Map.of("multiSupplierOrders", 25, "bundles", 0);

        refused(run, "the run had no bundles");
    }

    @Test
    void tooFewOrdersOfSeveralSuppliersAreNot() {
        Run run = new Run();
        run.required = Map.of("multiSupplierOrders", 24, "bundles", 3);

        refused(run, "fewer than a quarter");
    }

    @Test
    void everyTroubleOfAStoreIsDemanded() {
        Playbook book = Playbook.of(Playbook.fewest(), 7);
        for (StoreTrouble trouble : StoreTrouble.values()) {
            Fact troubled = new Fact.StoreTroubled("", Playbook.MAIN, trouble);
            Ledger.Entry entry = new Ledger.Entry(Instant.EPOCH, troubled);

            assertThat(new Figures(book.scripts(), List.of(entry)).required()).containsEntry(trouble.figure(), 1);
            assertThat(new Figures(book.scripts(), List.of()).required()).containsEntry(trouble.figure(), 0);
        }
    }

    /** Programs read these names. */
    @Test
    void theLastLineHasItsKeys() {
        Playbook book = Playbook.of(Playbook.fewest(), 7);
        Figures nothing = new Figures(book.scripts(), List.of());
        DemoResult result = new DemoResult(
                70,
                0,
                nothing.held(),
                nothing.expectedHeld(),
                new LinkedHashMap<>(nothing.counted()),
                0,
                0,
                List.of(),
                0,
                nothing.required(),
                1);

        assertThat(read(result).propertyNames())
                .contains(
                        "orders",
                        "accepted",
                        "held",
                        "expectedHeld",
                        "purchaseOrders",
                        "transmissions",
                        "acknowledged",
                        "rejected",
                        "rerouted",
                        "cancelledBeforeSend",
                        "cancelledAfterSend",
                        "parcels",
                        "delivered",
                        "undelivered",
                        "supplierMails",
                        "customerMails",
                        "amendments",
                        "linkActions",
                        "oversold",
                        "parked",
                        "expectedParked",
                        "differences",
                        "openWork",
                        "seconds");
    }
}
