package dev.baton.channels;

import dev.baton.channels.NextFigures.Next;
import dev.baton.channels.StoreStock.Failure;
import dev.baton.channels.StoreStock.ReadAnswer;
import dev.baton.channels.StoreStock.SetAnswer;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads what a store shows and tells it what it should, call by call, until nothing is left. A figure is set only if
 * the store still shows what it is believed to; a call whose answer was lost is repeated with its key.
 */
@Component
class PushAvailability implements WorkHandler {

    private static final int BATCH = 50;

    /** By the usual backoff some minutes. */
    private static final int MANY_ATTEMPTS = 7;

    private static final Duration LEASE = Duration.ofMinutes(5);

    private final NextFigures next;
    private final SettleFigures settle;
    private final StoreStock stock;
    private final WarnOfStore warn;
    private final Desk desk;

    PushAvailability(NextFigures next, SettleFigures settle, StoreStock stock, WarnOfStore warn, Desk desk) {
        this.next = next;
        this.settle = settle;
        this.stock = stock;
        this.warn = warn;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return AvailabilityWork.PUSH;
    }

    @Override
    public Effect effect() {
        return Effect.ASK_FIRST;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    /** Orders of the store do not wait for its figures. */
    @Override
    public String lane(LeasedWork leased) {
        return "availability:" + leased.queue();
    }

    /** The figures are wrong until they are told, so it is tried for ever; a person knows why it fails. */
    @Override
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        Map<UUID, List<LeasedWork>> byStore = new LinkedHashMap<>();
        batch.forEach(leased -> byStore.computeIfAbsent(leased.subject(), none -> new ArrayList<>())
                .add(leased));
        byStore.values().forEach(works -> {
            // one row stands for all: what they are about is in the figures
            desk.tenancy().run(merchant, () -> desk.work().finish(merchant, works.subList(1, works.size())));
            push(works.getFirst());
        });
    }

    private void push(LeasedWork leased) {
        StoreId store = new StoreId(leased.subject());
        boolean more = true;
        while (more) {
            if (!leased.hasLeft(stock.longestCall().multipliedBy(2))) {
                later(leased, Duration.ZERO, "more figures are to be told");
                return;
            }
            more = switch (next.next(leased.merchant(), store, stock.mostRead(), stock.mostSet())) {
                case Next.Nothing ignored -> {
                    finish(leased, store);
                    yield false;
                }
                case Next.More ignored -> true;
                case Next.Wait wait -> {
                    again(leased, wait.until(), "the store was just switched on");
                    yield false;
                }
                case Next.NoAccess without -> {
                    failed(leased, noAccess(without));
                    yield false;
                }
                case Next.Read read -> read(leased, read);
                case Next.Tell tell -> tell(leased, tell);
            };
        }
    }

    private static Failure noAccess(Next.NoAccess without) {
        return new Failure(
                true,
                false,
                Duration.ZERO,
                without.removed()
                        ? "The app was removed from the store."
                        : "Baton was given no access to the store's API.");
    }

    private boolean read(LeasedWork leased, Next.Read read) {
        MerchantId merchant = leased.merchant();
        ReadAnswer answer = stock.read(
                read.connection(),
                read.location(),
                read.items().stream().map(NextFigures.Asked::itemId).toList());
        return switch (answer) {
            case ReadAnswer.Found found -> {
                desk.tenancy()
                        .run(
                                merchant,
                                () -> settle.read(merchant, read.connection().store(), read.items(), found.levels()));
                yield true;
            }
            case ReadAnswer.NotNow notNow -> {
                failed(leased, notNow.failure());
                yield false;
            }
        };
    }

    private boolean tell(LeasedWork leased, Next.Tell tell) {
        MerchantId merchant = leased.merchant();
        StoreId store = tell.connection().store();
        Crash.at("channels.figures-claimed");
        SetAnswer answer = stock.set(tell.connection(), tell.key(), tell.location(), tell.figures());
        return switch (answer) {
            case SetAnswer.Taken ignored -> {
                Crash.at("channels.figures-told");
                desk.tenancy().run(merchant, () -> {
                    settle.taken(merchant, store, tell.key(), tell.variants());
                    Crash.at("channels.figures-settled");
                });
                yield true;
            }
            case SetAnswer.NotTaken refusal -> {
                desk.tenancy()
                        .run(
                                merchant,
                                () -> settle.notTaken(merchant, store, tell.key(), tell.variants(), refusal.refused()));
                yield true;
            }
            case SetAnswer.Open open -> {
                failed(leased, new Failure(false, false, open.pause(), open.why()));
                yield false;
            }
            case SetAnswer.NotNow notNow -> {
                desk.tenancy().run(merchant, () -> settle.notDone(merchant, store, tell.key(), tell.variants()));
                failed(leased, notNow.failure());
                yield false;
            }
        };
    }

    private void finish(LeasedWork leased, StoreId store) {
        MerchantId merchant = leased.merchant();
        desk.tenancy().run(merchant, () -> {
            warn.warn(merchant, store);
            desk.tasks().closeFor(merchant, StoreTasks.UNTOLD, store.value(), "the figures are told");
            desk.work().finish(merchant, List.of(leased));
        });
    }

    private void failed(LeasedWork leased, Failure failure) {
        MerchantId merchant = leased.merchant();
        if (failure.patience()) {
            later(leased, failure.pause(), failure.why());
            return;
        }
        desk.tenancy().run(merchant, () -> {
            if (failure.denied()) {
                desk.tasks().open(merchant, StoreTasks.access(leased.subject(), failure.why()));
            }
            if (leased.attempts() >= MANY_ATTEMPTS) {
                desk.tasks().open(merchant, StoreTasks.untold(leased.subject(), failure.why()));
            }
            Instant backOff = Backoff.next(desk.clock(), leased.attempts());
            Instant pause = desk.clock().instant().plus(failure.pause());
            desk.work().failed(merchant, leased, backOff.isAfter(pause) ? backOff : pause, failure.why());
        });
    }

    private void later(LeasedWork leased, Duration pause, String why) {
        again(leased, desk.clock().instant().plus(pause), why);
    }

    private void again(LeasedWork leased, Instant dueAt, String why) {
        desk.tenancy().run(leased.merchant(), () -> desk.work().again(leased.merchant(), leased, dueAt, why));
    }
}
