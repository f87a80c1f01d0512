package dev.baton.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionJsonTest {
    /** As version 1 wrote it; kept for ever, because stored decisions are. */
    private static final String VERSION_1 = """
            {"schemaVersion":1,"bookCurrency":"EUR","total":16700000,"splitPenalty":0,"exact":true,\
            "lowerBound":16700000,"nodes":1,\
            "groups":[{"origin":0,"goods":9000000,"fee":0,"shipping":4000000,"penalty":3700000,"weightGrams":500,\
            "parcels":1,"rates":[{"currency":"USD","rate":900000,"asOf":"2026-03-02"}]}],\
            "assignments":[{"line":"00000000-0000-0000-0000-000000000003",\
            "sku":"00000000-0000-0000-0000-000000000001","offer":"00000000-0000-0000-0000-000000000005","origin":0,\
            "quantity":1,"goods":9000000,"lateness":700000}],\
            "unassigned":[{"line":"00000000-0000-0000-0000-000000000004",\
            "sku":"00000000-0000-0000-0000-000000000002","quantity":7,"reason":"NO_STOCK"}],\
            "considered":[{"line":"00000000-0000-0000-0000-000000000003",\
            "offers":[{"offer":"00000000-0000-0000-0000-000000000005","origin":0,"available":5,"unitCost":10000000,\
            "currency":"USD","verdict":"CHOSEN","quantity":1}]},\
            {"line":"00000000-0000-0000-0000-000000000004",\
            "offers":[{"offer":"00000000-0000-0000-0000-000000000006","origin":1,"available":-2,"unitCost":1,\
            "currency":"EUR","verdict":"INSUFFICIENT_STOCK","left":0,"wanted":7}]}],\
            "origins":[{"supplier":"00000000-0000-0000-0000-000000000007","shipFrom":"BER"},\
            {"supplier":"00000000-0000-0000-0000-000000000008","shipFrom":""}]}""";

    private static UUID id(long low) {
        return new UUID(0, low);
    }

    private static final Origin BERLIN = new Origin(id(7), "BER");
    private static final SourcingDecision DECISION = new SourcingDecision(
            "EUR",
            List.of(new Assignment(id(3), id(1), id(5), BERLIN, 1, 9_000_000, 700_000)),
            List.of(new GroupCost(
                    BERLIN,
                    9_000_000,
                    0,
                    4_000_000,
                    3_700_000,
                    500,
                    1,
                    List.of(new FxRate("USD", 900_000, TestOrder.DAY)))),
            List.of(new UnassignedLine(id(4), id(2), 7, UnassignedLine.Reason.NO_STOCK)),
            List.of(
                    new Considered(id(3), id(5), BERLIN, 5, 10_000_000, 1, "USD", new Verdict.Chosen(1)),
                    new Considered(
                            id(4), id(6), new Origin(id(8), ""), -2, 1, 1, "EUR", new Verdict.InsufficientStock(0, 7))),
            0,
            16_700_000,
            true,
            16_700_000,
            1);

    @Test
    void writesVersionOne() {
        assertThat(DecisionJson.write(DECISION)).isEqualTo(VERSION_1);
    }

    @Test
    void readsVersionOne() {
        assertThat(DecisionJson.read(VERSION_1)).isEqualTo(DECISION);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        RandomOrders orders = new RandomOrders(6, 2, true);
        for (int i = 0; i < 2_000; i++) {
            SourcingDecision decision = Sourcing.plan(orders.next(3, 5, 4));

            assertThat(DecisionJson.read(DecisionJson.write(decision))).isEqualTo(decision);
        }
    }

    @Test
    void everyVerdictIsReadBack() {
        List<Verdict> verdicts = List.of(
                new Verdict.Chosen(3),
                new Verdict.OtherSupplierPinned(id(9)),
                new Verdict.SupplierBlocked("PAUSED \"until\" \\ Monday\n§ 5 😀"),
                new Verdict.CountryNotServed("DE"),
                new Verdict.CarrierNotAllowed(),
                new Verdict.NoFxRate("SEK"),
                new Verdict.NoShippingRate("DE", 5_000_000_000L),
                new Verdict.AmountOutOfRange(),
                new Verdict.BelowMinimum(6, 5),
                new Verdict.PackMismatch(4, 5),
                new Verdict.InsufficientStock(1, 2),
                new Verdict.StockTakenByOtherLines(1, 2),
                new Verdict.Dominated(id(5), 17),
                new Verdict.DearerInTotal(3_400_000_000_000L, false),
                new Verdict.FillsFewerLines(1),
                new Verdict.DividesMoreLines(2));
        List<Considered> considered = verdicts.stream()
                .map(verdict -> new Considered(id(3), id(5), BERLIN, 5, 1, 1, "EUR", verdict))
                .toList();
        SourcingDecision decision =
                new SourcingDecision("EUR", List.of(), List.of(), List.of(), considered, 0, 0, false, 0, 0);

        assertThat(DecisionJson.read(DecisionJson.write(decision))).isEqualTo(decision);
    }

    @Test
    void refusesAnUnknownVersion() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionJson.read("{\"schemaVersion\":2}"))
                .withMessageContaining("version 2");
    }

    @Test
    void refusesWhatIsNotADecision() {
        for (String bad : List.of("", "{", "[]", "{\"schemaVersion\":1}", "null")) {
            assertThatIllegalArgumentException().isThrownBy(() -> DecisionJson.read(bad));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionJson.read(VERSION_1.replace("INSUFFICIENT_STOCK", "BORED")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionJson.read(VERSION_1.replace("\"origin\":1", "\"origin\":9")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionJson.read(VERSION_1.replace("2026-03-02", "yesterday")));
    }

    @Test
    void anEmptyDecisionIsReadBack() {
        SourcingRequest nothing = new TestOrder().request();
        assertThat(nothing.candidates()).isEqualTo(Map.of());

        SourcingDecision decision = Sourcing.plan(nothing);

        assertThat(DecisionJson.read(DecisionJson.write(decision))).isEqualTo(decision);
    }
}
