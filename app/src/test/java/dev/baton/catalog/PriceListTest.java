package dev.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.RecordPriceRows.Outcome;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a supplier's price list does to its offers. */
class PriceListTest {

    private static final long EURO = 1_000_000;

    private final TestBaton baton = TestBaton.shared();
    private final TestShop shop = new TestShop(baton);
    private final MerchantId merchant = shop.merchant;
    private final SupplierId acme = shop.supplier("ACME", Netting.GROSS, 500);
    private final RecordPriceRows record = baton.bean(RecordPriceRows.class);
    private final CatalogLookup lookup = baton.bean(CatalogLookup.class);

    PriceListTest() {
        shop.sku("CUP");
        shop.sku("JAR");
        shop.offer("CUP", acme, "A-1", "10.00", 5);
        shop.offer("JAR", acme, "A-2", "20.00", 5);
    }

    private Instant now() {
        return baton.clock().instant();
    }

    private static PriceRow row(String supplierSku, long micros) {
        return row(supplierSku, micros, "EUR");
    }

    private static PriceRow row(String supplierSku, long micros, String currency) {
        return new PriceRow(
                supplierSku, Offer.MAIN, "Title of " + supplierSku, null, new Cost(micros, currency), null, null);
    }

    private Outcome listed(Instant since, PriceRow... rows) {
        return record.record(merchant, acme, List.of(rows), since);
    }

    private Offer offer(String supplierSku) {
        return Objects.requireNonNull(
                        baton.in(merchant, () -> lookup.bySupplierSku(merchant, acme, List.of(supplierSku)))
                                .get(supplierSku))
                .getFirst();
    }

    private List<CostProposal> waiting() {
        return baton.in(merchant, () -> baton.bean(CostProposals.class).open(merchant, acme, null, 100));
    }

    private List<String> tasks() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select kind || ': ' || title as task from task where closed_at is null order by 1")
                        .query(String.class)
                        .list());
    }

    private List<String> history(String supplierSku) {
        return baton
                .in(merchant, () -> lookup.costs(merchant, offer(supplierSku).id(), 10))
                .stream()
                .map(each -> each.cost().micros() / EURO + " " + each.source())
                .toList();
    }

    @Test
    void aNewCostHoldsAtOnceAndTheOldOneIsRemembered() {
        baton.clock().advance(Duration.ofSeconds(1));

        Outcome outcome = listed(now(), row("A-1", 11 * EURO), row("A-2", 20 * EURO));

        assertThat(outcome).isEqualTo(new Outcome(1, 0, 0, 1, 0, List.of()));
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(11 * EURO);
        assertThat(history("A-1")).containsExactly("11 PRICE_LIST", "10 MERCHANT");
    }

    @Test
    void aCostOfTomorrowHoldsTomorrowEvenIfNobodyHasWorkedSince() {
        Outcome outcome = listed(now().plus(Duration.ofDays(1)), row("A-1", 12 * EURO));
        assertThat(outcome.planned()).isEqualTo(1);
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(10 * EURO);

        baton.clock().advance(Duration.ofDays(1));
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(12 * EURO);
        assertThat(written("A-1")).isEqualTo(10 * EURO);

        baton.runDue();
        assertThat(written("A-1")).isEqualTo(12 * EURO);
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(12 * EURO);
    }

    private long written(String supplierSku) {
        return baton.<Long>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select unit_cost_micros from offer where supplier_sku = :sku")
                        .param("sku", supplierSku)
                        .query(Long.class)
                        .single());
    }

    @Test
    void costsOfSeveralDaysHoldOneAfterAnother() {
        listed(now().plus(Duration.ofDays(2)), row("A-1", 12 * EURO));
        listed(now().plus(Duration.ofDays(1)), row("A-1", 11 * EURO));
        assertThat(history("A-1")).containsExactly("12 PRICE_LIST", "11 PRICE_LIST", "10 MERCHANT");

        baton.clock().advance(Duration.ofDays(1));
        baton.runDue();
        assertThat(written("A-1")).isEqualTo(11 * EURO);
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(11 * EURO);
        baton.clock().advance(Duration.ofDays(1));
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(12 * EURO);
        baton.runDue();
        assertThat(written("A-1")).isEqualTo(12 * EURO);
    }

    @Test
    void aCostOfYesterdayHoldsFromNowOn() {
        baton.clock().advance(Duration.ofSeconds(1));
        listed(now().minus(Duration.ofDays(3)), row("A-1", 11 * EURO));

        assertThat(offer("A-1").unitCostMicros()).isEqualTo(11 * EURO);
        assertThat(baton.in(merchant, () -> lookup.costs(merchant, offer("A-1").id(), 10))
                        .getFirst()
                        .since())
                .isEqualTo(now());
    }

    @Test
    void aCostThatJumpsWaitsForAPersonAndTheOldOneStands() {
        Outcome outcome = listed(now(), row("A-1", 14 * EURO), row("A-2", 13 * EURO));

        assertThat(outcome.waiting()).isEqualTo(2);
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(10 * EURO);
        assertThat(waiting())
                .extracting(each -> each.sku() + " " + each.before().micros() / EURO + " → "
                        + each.proposed().micros() / EURO)
                .containsExactlyInAnyOrder("CUP 10 → 14", "JAR 20 → 13");
        assertThat(tasks()).containsExactly("catalog.cost-jump: 2 costs of ACME Ltd jumped");
    }

    @ParameterizedTest
    @CsvSource({
        "13000000, EUR, 0",
        "13000001, EUR, 1",
        "7000000, EUR, 0",
        "6999999, EUR, 1",
        "10000000, USD, 1",
        "0, EUR, 1"
    })
    void exactlyThirtyPerCentIsNoJumpYet(long micros, String currency, int waiting) {
        assertThat(listed(now(), row("A-1", micros, currency)).waiting()).isEqualTo(waiting);
    }

    @Test
    void theThresholdIsTheSuppliersOwn() {
        baton.bean(CostPolicies.class).set(merchant, acme, 50);
        assertThat(listed(now(), row("A-1", 15 * EURO)).waiting()).isZero();

        baton.bean(CostPolicies.class).set(merchant, acme, 0);
        assertThat(listed(now(), row("A-2", 20 * EURO + 1)).waiting()).isEqualTo(1);
        assertThatThrownBy(() -> baton.bean(CostPolicies.class).set(merchant, acme, 1_001))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo("jumpPercent"));
    }

    @Test
    void anAcceptedJumpHoldsAndTheTaskIsDone() {
        listed(now(), row("A-1", 14 * EURO));
        baton.clock().advance(Duration.ofSeconds(1));

        int accepted = decide().accept(merchant, ids(), "Acme called");

        assertThat(accepted).isEqualTo(1);
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(14 * EURO);
        assertThat(history("A-1")).containsExactly("14 ACCEPTED", "10 MERCHANT");
        assertThat(waiting()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    @Test
    void anAcceptedJumpOfTomorrowHoldsTomorrow() {
        listed(now().plus(Duration.ofDays(1)), row("A-1", 14 * EURO));
        decide().accept(merchant, ids(), "fine");
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(10 * EURO);

        baton.clock().advance(Duration.ofDays(1));
        baton.runDue();
        assertThat(written("A-1")).isEqualTo(14 * EURO);
    }

    @Test
    void aRefusedJumpLeavesTheCostAndIsDecidedOnce() {
        listed(now(), row("A-1", 14 * EURO));
        List<UUID> ids = ids();

        assertThat(decide().refuse(merchant, ids, "a typing error")).isEqualTo(1);
        assertThat(decide().accept(merchant, ids, "too late")).isZero();
        assertThat(offer("A-1").unitCostMicros()).isEqualTo(10 * EURO);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whatTheSupplierStatesLaterReplacesTheQuestion() {
        listed(now(), row("A-1", 14 * EURO), row("A-2", 40 * EURO));
        listed(now(), row("A-1", 15 * EURO));
        assertThat(waiting()).hasSize(2);

        listed(now(), row("A-1", 10 * EURO), row("A-2", 21 * EURO));

        assertThat(waiting()).isEmpty();
        assertThat(tasks()).isEmpty();
    }

    private DecideCosts decide() {
        return baton.bean(DecideCosts.class);
    }

    private List<UUID> ids() {
        return waiting().stream().map(CostProposal::id).toList();
    }

    @Test
    void anItemNobodySellsIsKeptUntilItIsMatched() {
        PriceRow vase = new PriceRow("A-9", Offer.MAIN, "Blue vase", "4006381333931", new Cost(3 * EURO, "EUR"), 6, 4);
        assertThat(listed(now(), vase).unmatched()).isEqualTo(1);
        assertThat(listed(now(), row("A-9", 4 * EURO)).unmatched()).isEqualTo(1);
        shop.sku("VASE");
        SupplierItem item = items(acme).getFirst();
        assertThat(item.gtin()).isEqualTo("04006381333931");
        assertThat(item.cost().micros()).isEqualTo(4 * EURO);
        assertThat(baton.<Long>in(
                        merchant, () -> baton.bean(SupplierItems.class).count(merchant, acme)))
                .isEqualTo(1);

        baton.bean(MatchItems.class).match(merchant, List.of(new ItemMatch(item.id(), "VASE")));

        assertThat(offer("A-9").unitCostMicros()).isEqualTo(4 * EURO);
        assertThat(items(acme)).isEmpty();
        assertThatThrownBy(() ->
                        baton.bean(MatchItems.class).match(merchant, List.of(new ItemMatch(item.id(), "VASE"))))
                .isInstanceOf(Problem.class);
    }

    private List<SupplierItem> items(@Nullable SupplierId supplier) {
        return baton.in(merchant, () -> baton.bean(SupplierItems.class).list(merchant, supplier, null, 10));
    }

    @Test
    void packLeastQuantityAndLeadTimeFollowTheListWhereItNamesThem() {
        listed(
                now(),
                new PriceRow("A-1", Offer.MAIN, null, null, new Cost(10 * EURO, "EUR"), null, 3, null, null, 12, null));
        listed(now(), new PriceRow("A-1", Offer.MAIN, null, null, new Cost(10 * EURO, "EUR"), 6, 1));

        assertThat(offer("A-1").packSize()).isEqualTo(6);
        assertThat(offer("A-1").minimumQuantity()).isEqualTo(12);
        assertThat(offer("A-1").leadTimeDays()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', MAIN, 1, EUR, 1, 1, supplierSku",
        "A-1, ' x', 1, EUR, 1, 1, shipFrom",
        "A-1, MAIN, -1, EUR, 1, 1, unitCost",
        "A-1, MAIN, 1, XYZ, 1, 1, currency",
        "A-1, MAIN, 1, EUR, 0, 1, packSize",
        "A-1, MAIN, 1, EUR, 1, 4000, leadTimeDays"
    })
    void aRowThatCannotBeUsedIsNamedAndTheOthersGoOn(
            String sku, String place, long micros, String currency, int pack, int days, String field) {
        Outcome outcome = listed(
                now(),
                new PriceRow(sku, place, null, null, new Cost(micros, currency), pack, days),
                row("A-2", 21 * EURO));

        assertThat(outcome.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.row()).isZero();
            assertThat(fault.field()).isEqualTo(field);
        });
        assertThat(offer("A-2").unitCostMicros()).isEqualTo(21 * EURO);
    }

    @Test
    void theSameItemTwiceAndTooManyRowsAreRefused() {
        assertThat(listed(now(), row("A-1", 11 * EURO), row("A-1", 12 * EURO)).faults())
                .hasSize(1);
        assertThatThrownBy(() -> record.record(merchant, acme, Collections.nCopies(5_001, row("A-1", 1)), now()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CatalogProblem.BATCH_TOO_LARGE));
        assertThatThrownBy(() -> record.record(merchant, new SupplierId(UUID.randomUUID()), List.of(), now()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(CatalogProblem.SUPPLIER_UNKNOWN));
    }

    @Test
    void whatTheMerchantStatesHoldsAtOnceHoweverFarItJumps() {
        baton.clock().advance(Duration.ofSeconds(1));
        shop.offer("CUP", acme, "A-1", "50.00", 5);

        assertThat(offer("A-1").unitCostMicros()).isEqualTo(50 * EURO);
        assertThat(waiting()).isEmpty();
        assertThat(history("A-1")).containsExactly("50 MERCHANT", "10 MERCHANT");
    }
}
