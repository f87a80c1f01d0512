package dev.baton.channels;

import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.channels.FigureChecks.Check;
import dev.baton.channels.FigureChecks.Drift;
import dev.baton.channels.FigureChecks.Found;
import dev.baton.channels.NextFigures.Asked;
import dev.baton.channels.StoreStock.Failure;
import dev.baton.channels.StoreStock.ReadAnswer;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares what a store shows with what it was told, page by page, and writes down every difference; what is wrong is
 * mended by the usual telling.
 */
@Component
class CheckAvailability implements WorkHandler {

    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Webhooks are repeated for hours and a poll finds the rest: no order comes later than this. */
    private static final Duration ORDERS_COME = Duration.ofHours(24);

    private static final int MOST_ATTEMPTS = 12;

    private final FigureChecks checks;
    private final AvailabilitySwitches switches;
    private final StoreConnections connections;
    private final StoreFigures figures;
    private final SettleFigures settle;
    private final StoreStock stock;
    private final AvailabilityWork work;
    private final Desk desk;

    CheckAvailability(
            FigureChecks checks,
            AvailabilitySwitches switches,
            StoreConnections connections,
            StoreFigures figures,
            SettleFigures settle,
            StoreStock stock,
            AvailabilityWork work,
            Desk desk) {
        this.checks = checks;
        this.switches = switches;
        this.connections = connections;
        this.figures = figures;
        this.settle = settle;
        this.stock = stock;
        this.work = work;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return AvailabilityWork.CHECK;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public String lane(LeasedWork leased) {
        return "availability:" + leased.queue();
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(leased -> check(merchant, leased));
    }

    /** What the next page is compared with. */
    private record Page(Check check, StoreConnection connection, String location, List<Asked> asked, String last) {}

    private void check(MerchantId merchant, LeasedWork leased) {
        while (leased.hasLeft(stock.longestCall().multipliedBy(2))) {
            Optional<Page> page = desk.tenancy().inTransaction(merchant, () -> page(merchant, leased));
            if (page.isEmpty()) {
                return;
            }
            ReadAnswer answer = stock.read(
                    page.get().connection(),
                    page.get().location(),
                    page.get().asked().stream().map(Asked::itemId).toList());
            switch (answer) {
                case ReadAnswer.Found found -> desk.tenancy().run(merchant, () -> compare(merchant, page.get(), found));
                case ReadAnswer.NotNow notNow -> {
                    notNow(leased, notNow.failure());
                    return;
                }
            }
        }
        again(leased, desk.clock().instant(), "more figures are to be compared");
    }

    /** The next page; empty when the work is finished. */
    private Optional<Page> page(MerchantId merchant, LeasedWork leased) {
        Optional<Check> check = checks.find(merchant, leased.subject()).filter(found -> found.endedAt() == null);
        if (check.isEmpty()) {
            desk.work().finish(merchant, List.of(leased));
            return Optional.empty();
        }
        StoreId store = check.get().store();
        Optional<Switch> kept = switches.find(merchant, store).filter(Switch::enabled);
        Optional<StoreConnection> connection =
                connections.current(merchant, store).filter(StoreConnection::canCall);
        if (kept.isEmpty() || connection.isEmpty()) {
            return end(merchant, leased, check.get(), "the store is not kept, or Baton has no access to it any more");
        }
        List<StoreFigure> rows = figures.lockPage(merchant, store, check.get().after(), stock.mostRead());
        if (rows.isEmpty()) {
            return end(merchant, leased, check.get(), null);
        }
        List<Asked> asked = rows.stream()
                .filter(row -> row.push == null
                        && row.inStore != null
                        && row.anchoredAt != null
                        && !row.anchoredAt.isBefore(kept.get().since()))
                .map(row -> new Asked(row.variantId, Objects.requireNonNull(row.itemId), row.generation))
                .toList();
        List<StoreFigure> unread = rows.stream()
                .filter(row -> row.inStore == null && row.push == null)
                .toList();
        // what the store had a reason not to take is tried once more
        unread.forEach(row -> {
            row.trouble = null;
            row.why = null;
            row.pending = true;
        });
        figures.write(merchant, unread);
        return Optional.of(
                new Page(check.get(), connection.get(), kept.get().locationId(), asked, rows.getLast().variantId));
    }

    private Optional<Page> end(MerchantId merchant, LeasedWork leased, Check check, @Nullable String reason) {
        checks.end(merchant, check.id(), reason, desk.clock().instant());
        work.wake(merchant, Set.of(check.store()));
        desk.work().finish(merchant, List.of(leased));
        return Optional.empty();
    }

    private void compare(MerchantId merchant, Page page, ReadAnswer.Found found) {
        Instant now = desk.clock().instant();
        List<Found> drifts = new ArrayList<>();
        List<StoreFigure> givenUp = new ArrayList<>();
        for (SettleFigures.Seen seen : settle.read(merchant, page.check().store(), page.asked(), found.levels())) {
            StoreFigure row = seen.row();
            Integer before = seen.before();
            Integer shown = seen.found();
            if (before == null || shown == null) {
                continue;
            }
            if (!before.equals(shown)) {
                Drift kind = shown < before ? Drift.LOWER : Drift.HIGHER;
                drifts.add(new Found(row.variantId, kind, before, shown));
            } else if (isUnexplained(row, now)) {
                drifts.add(new Found(row.variantId, Drift.UNEXPLAINED, shown + row.unseen, shown));
                row.giveUp(now);
                givenUp.add(row);
            }
        }
        figures.write(merchant, givenUp);
        checks.compared(merchant, page.check(), page.last(), page.asked().size(), drifts);
    }

    private static boolean isUnexplained(StoreFigure row, Instant now) {
        Instant since = row.unseenAt;
        return row.unseen != 0 && since != null && since.plus(ORDERS_COME).isBefore(now);
    }

    private void notNow(LeasedWork leased, Failure failure) {
        MerchantId merchant = leased.merchant();
        Instant later = desk.clock().instant().plus(failure.pause());
        if (failure.patience()) {
            again(leased, later, failure.why());
            return;
        }
        desk.tenancy().run(merchant, () -> {
            if (failure.denied()) {
                Optional<Check> check = checks.find(merchant, leased.subject());
                check.ifPresent(open -> desk.tasks()
                        .open(merchant, StoreTasks.access(open.store().value(), failure.why())));
            }
            if (leased.attempts() >= MOST_ATTEMPTS) {
                checks.end(
                        merchant, leased.subject(), failure.why(), desk.clock().instant());
                desk.work().finish(merchant, List.of(leased));
            } else {
                desk.work().failed(merchant, leased, Backoff.next(desk.clock(), leased.attempts()), failure.why());
            }
        });
    }

    private void again(LeasedWork leased, Instant dueAt, String why) {
        desk.tenancy().run(leased.merchant(), () -> desk.work().again(leased.merchant(), leased, dueAt, why));
    }
}
