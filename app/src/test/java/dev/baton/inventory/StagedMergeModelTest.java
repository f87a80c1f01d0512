package dev.baton.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SampleSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stock file merged set-wise leaves the very figures that the same rows leave one by one, whatever came before. */
class StagedMergeModelTest extends StagedFiles {

    private static final int ITEMS = 9;
    private static final int RUNS = 14;
    private static final FeedGuard NONE = new FeedGuard(1_000, 100, 100);

    private final StockWorld other = new StockWorld(SampleSupplier.coded("acme"));
    private final List<OfferId> ours = new ArrayList<>();
    private final List<OfferId> theirs = new ArrayList<>();
    private final List<UUID> ourClaims = new ArrayList<>();
    private final List<UUID> theirClaims = new ArrayList<>();

    private record Row(
            int observed,
            long uncovered,
            @Nullable String at,
            boolean leftOut,
            boolean discontinued,
            boolean isShort) {}

    @ParameterizedTest
    @CsvSource({"1, KEEP", "2, ZERO", "3, DISCONTINUED", "4, KEEP", "5, ZERO", "6, DISCONTINUED"})
    void setWiseIsAsRowByRow(long seed, Absence absence) {
        Random random = new Random(seed);
        for (int i = 0; i < ITEMS; i++) {
            ours.add(world.offer("I" + i));
            theirs.add(other.offer("I" + i));
        }
        int minute = 0;
        int applied = 0;
        for (int run = 0; run < RUNS; run++) {
            minute = Math.max(0, minute + random.nextInt(5) - 1);
            String at = "08:%02d".formatted(minute);
            FeedMode mode = random.nextBoolean() ? FeedMode.FULL : FeedMode.DELTA;
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                if (random.nextInt(4) > 0) {
                    rows.add("I" + i + "=" + random.nextInt(4));
                }
            }
            FeedRunId id = believed(with(run(mode, at), null, absence, null, false, NONE), rows.toArray(String[]::new));
            FeedOutcome outcome = rowByRow(mode, at, absence, rows);

            assertThat(rows(world, ours)).as("seed %d, run %d", seed, run).isEqualTo(rows(other, theirs));
            assertThat(view(id))
                    .as("seed %d, run %d", seed, run)
                    .extracting(StagedRunView::applied, StagedRunView::unchanged, StagedRunView::superseded)
                    .containsExactly(outcome.applied(), outcome.unchanged(), outcome.superseded());
            applied += outcome.applied();
            happen(random, minute);
        }
        assertThat(applied).isGreaterThan(ITEMS);
        assertThat(ourClaims).isNotEmpty();
        assertThat(world.differences()).isEmpty();
    }

    /** In the other world absence means what the file of ours says. */
    private FeedOutcome rowByRow(FeedMode mode, String at, Absence absence, List<String> rows) {
        other.catalog.supplier(SampleSupplier.coded("acme").reading(absence));
        return other.feed(mode, at, rows.toArray(String[]::new));
    }

    private void happen(Random random, int minute) {
        int item = random.nextInt(ITEMS);
        if (world.available(ours.get(item)) > 0) {
            ourClaims.add(world.claim(ours.get(item), 1));
            theirClaims.add(other.claim(theirs.get(item), 1));
        }
        if (!ourClaims.isEmpty() && random.nextInt(3) == 0) {
            int claim = random.nextInt(ourClaims.size());
            String at = "08:%02d:30".formatted(minute);
            world.deduct(ourClaims.get(claim), 1, at, DeductionCause.SHIPPED);
            other.deduct(theirClaims.get(claim), 1, at, DeductionCause.SHIPPED);
        }
    }

    private static List<Row> rows(StockWorld world, List<OfferId> offers) {
        return world.baton.in(
                world.merchant,
                () -> offers.stream()
                        .map(offer -> world.baton
                                .jdbc()
                                .sql("""
                                        select observed, uncovered, observed_at, left_out, discontinued,
                                               short_since is not null as is_short
                                        from stock where merchant_id = :merchant and offer_id = :offer
                                        """)
                                .param("merchant", world.merchant.value())
                                .param("offer", offer.value())
                                .query((row, number) -> new Row(
                                        row.getInt("observed"),
                                        row.getLong("uncovered"),
                                        row.getString("observed_at"),
                                        row.getBoolean("left_out"),
                                        row.getBoolean("discontinued"),
                                        row.getBoolean("is_short")))
                                .optional()
                                .orElse(new Row(0, 0, null, false, false, false)))
                        .toList());
    }
}
