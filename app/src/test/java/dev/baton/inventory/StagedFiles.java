package dev.baton.inventory;

import static dev.baton.inventory.FeedMode.FULL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.DefineOffers;
import dev.baton.catalog.OfferId;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SampleSupplier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stock files of one supplier, taken piece by piece. */
abstract class StagedFiles {

    static final FeedGuard GUARD = new FeedGuard(4, 50, 50);

    final StockWorld world = new StockWorld(SampleSupplier.coded("acme"));
    final UUID source = UUID.randomUUID();
    final StageFeed stage = world.baton.bean(StageFeed.class);
    final JudgeFeed judge = world.baton.bean(JudgeFeed.class);
    final MergeStagedFeed merge = world.baton.bean(MergeStagedFeed.class);
    final DecideFeed decide = world.baton.bean(DecideFeed.class);

    List<OfferId> stocked(int items) {
        List<OfferId> offers =
                IntStream.range(0, items).mapToObj(i -> world.offer("I" + i)).toList();
        String[] rows = IntStream.range(0, items).mapToObj(i -> "I" + i + "=7").toArray(String[]::new);
        believed(run(FULL, "08:00"), rows);
        return offers;
    }

    static String[] zeros(int items) {
        return IntStream.range(0, items).mapToObj(i -> "I" + i + "=0").toArray(String[]::new);
    }

    OfferId place(String place, String sku) {
        world.catalog.sku(sku);
        return world.baton
                .bean(DefineOffers.class)
                .define(world.merchant, List.of(world.catalog.offer(world.supplier, sku, place, 1_000_000)))
                .getFirst();
    }

    NewStagedRun run(FeedMode mode, String observedAt) {
        Instant at = StockWorld.at(observedAt);
        return new NewStagedRun(source, world.supplier, null, mode, null, null, at, at, null, false, GUARD);
    }

    static NewStagedRun with(
            NewStagedRun run,
            @Nullable String place,
            @Nullable Absence absence,
            @Nullable FeedRunId mends,
            boolean proposal,
            FeedGuard guard) {
        return new NewStagedRun(
                run.source(),
                run.supplier(),
                place,
                run.mode(),
                absence,
                null,
                run.observedAt(),
                run.receivedAt(),
                mends,
                proposal,
                guard);
    }

    FeedRunId believed(NewStagedRun run, String... rows) {
        FeedRunId id = stage.begin(world.merchant, run);
        stage.stage(world.merchant, id, rows(2, rows), List.of(), rows.length + 1);
        finish(id);
        return id;
    }

    FeedRunId staged(NewStagedRun run, String... rows) {
        FeedRunId id = stage.begin(world.merchant, run);
        stage.stage(world.merchant, id, rows(2, rows), List.of(), rows.length + 1);
        stage.complete(world.merchant, id);
        judge.judge(world.merchant, id);
        return id;
    }

    void finish(FeedRunId run) {
        stage.complete(world.merchant, run);
        assertThat(judge.judge(world.merchant, run)).as(view(run).reason()).isEqualTo(FeedVerdict.BELIEVED);
        assertThat(merge.merge(world.merchant, run, () -> true)).isTrue();
    }

    static List<StagedRow> rows(int first, String... rows) {
        List<StagedRow> figures = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            String[] parts = rows[i].split("=", -1);
            figures.add(new StagedRow(first + i, "S-" + parts[0], null, Integer.parseInt(parts[1])));
        }
        return figures;
    }

    StagedRunView view(FeedRunId run) {
        return Objects.requireNonNull(world.baton
                .bean(StagedRunLookup.class)
                .runs(world.merchant, List.of(run))
                .get(run));
    }

    long observations(FeedRunId run) {
        return world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql(
                                "select count(*) from stock_observation where merchant_id = :merchant and source_id = :run")
                        .param("merchant", world.merchant.value())
                        .param("run", run.value())
                        .query(Long.class)
                        .single());
    }

    void loseStaging() {
        world.baton.in(
                world.merchant,
                () -> world.baton
                        .jdbc()
                        .sql("delete from feed_staged where merchant_id = :merchant")
                        .param("merchant", world.merchant.value())
                        .update());
    }
}
