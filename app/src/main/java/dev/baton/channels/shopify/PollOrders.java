package dev.baton.channels.shopify;

import dev.baton.channels.Delivery;
import dev.baton.channels.Desk;
import dev.baton.channels.Inbox;
import dev.baton.channels.PollSchedule;
import dev.baton.channels.Queues;
import dev.baton.channels.SeenVersions;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreConnections;
import dev.baton.channels.StoreReads.Answer;
import dev.baton.channels.StoreTasks;
import dev.baton.channels.Transport;
import dev.baton.channels.shopify.ListChanges.Change;
import dev.baton.channels.shopify.ListChanges.Listed;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a store which orders it changed and reads those nothing has told of: what a webhook never brought, and
 * everything of a store that cannot reach us. What it reads goes through the same inbox as a webhook. A round that
 * has planned the next one is the only thing that ends it.
 */
@Component
class PollOrders implements WorkHandler {

    static final String TOPIC = "order";

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration ENOUGH_FOR_ONE_MORE = Duration.ofSeconds(90);
    private static final Duration DENIED_WAIT = Duration.ofMinutes(15);

    private static final Duration UNREADABLE_WAIT = Duration.ofSeconds(30);

    /** Rounds that may end at the same order before the poll goes on without it. */
    private static final int MOST_ROUNDS = 5;

    private final StoreConnections connections;
    private final ListChanges changes;
    private final ShopifyOrderReads reads;
    private final Inbox inbox;
    private final SeenVersions seen;
    private final ScopesLacking scopes;
    private final Desk desk;
    private final Map<StoreId, Stuck> stuck = new ConcurrentHashMap<>();

    /** The change a store's rounds ended at, and how many running. */
    private record Stuck(String key, int rounds) {}

    PollOrders(
            StoreConnections connections,
            ListChanges changes,
            ShopifyOrderReads reads,
            Inbox inbox,
            SeenVersions seen,
            ScopesLacking scopes,
            Desk desk) {
        this.connections = connections;
        this.changes = changes;
        this.reads = reads;
        this.inbox = inbox;
        this.seen = seen;
        this.scopes = scopes;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return PollSchedule.KIND;
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

    /** Rounds of one store follow one another; those of other stores do not wait for it, nor does its other work. */
    @Override
    public String lane(LeasedWork leased) {
        return "poll:" + leased.subject();
    }

    @Override
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            Optional<StoreConnection> connection = connections.current(merchant, new StoreId(leased.subject()));
            if (connection.isPresent()
                    && connection.get().canCall()
                    && connection.get().pollSeconds() > 0) {
                round(connection.get(), leased);
            } else {
                desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(leased)));
            }
        }
    }

    private void round(StoreConnection connection, LeasedWork leased) {
        Listed listed = changes.since(connection);
        Reached reached = read(connection, leased, listed);
        boolean letsIn = reached.complete() && !scopes.stillNamed(connection);
        Crash.at("channels.polled");
        desk.tenancy().run(connection.merchant(), () -> {
            if (reached.until() != null) {
                connections.polledUntil(connection, reached.until());
            }
            if (reached.denied() != null) {
                desk.tasks()
                        .open(
                                connection.merchant(),
                                StoreTasks.access(connection.store().value(), reached.denied()));
            } else if (letsIn) {
                desk.tasks()
                        .closeFor(
                                connection.merchant(),
                                StoreTasks.ACCESS,
                                connection.store().value(),
                                "the store answers again");
            }
            desk.work().finish(connection.merchant(), List.of(leased));
            Instant due = desk.clock().instant().plus(reached.pause());
            desk.work()
                    .add(
                            connection.merchant(),
                            List.of(new NewWork(
                                    Queues.store(connection.store()),
                                    PollSchedule.KIND,
                                    leased.subject(),
                                    due,
                                    false)));
        });
    }

    /**
     * How far a round came.
     *
     * @param until all changes up to then are kept; null = nothing new is certain
     * @param pause until the next round
     * @param denied why the store refuses us, or null
     * @param complete whether everything it listed is kept
     */
    private record Reached(
            @Nullable Instant until,
            Duration pause,
            @Nullable String denied,
            boolean complete) {}

    private Reached read(StoreConnection connection, LeasedWork leased, Listed listed) {
        Instant until = null;
        List<Delivery> kept = new ArrayList<>();
        Duration interval = Duration.ofSeconds(connection.pollSeconds());
        for (Change change : listed.changes()) {
            if (!change.isKnown()) {
                if (!leased.hasLeft(ENOUGH_FOR_ONE_MORE)) {
                    return keep(kept, new Reached(until, Duration.ZERO, null, false));
                }
                Answer answer = reads.read(connection, change.storeOrderId());
                switch (answer) {
                    case Answer.Found found -> kept.add(delivery(connection, change, found));
                    case Answer.Gone ignored -> {}
                    case Answer.Later later -> {
                        if (!later.perhapsTheOrder() || !passedOver(connection, change, later.why())) {
                            return keep(kept, new Reached(until, later.pause(), null, false));
                        }
                    }
                    case Answer.Unreadable unreadable -> {
                        if (!passedOver(connection, change, unreadable.why())) {
                            return keep(kept, new Reached(until, UNREADABLE_WAIT, null, false));
                        }
                    }
                    case Answer.NoAccess without -> {
                        return keep(kept, new Reached(until, DENIED_WAIT, without.why(), false));
                    }
                    case Answer.Denied denied -> {
                        return keep(kept, new Reached(until, DENIED_WAIT, denied.why(), false));
                    }
                }
            }
            until = change.updatedAt();
        }
        if (listed.failed() == null) {
            return keep(kept, new Reached(until, listed.more() ? Duration.ZERO : interval, null, true));
        }
        return keep(kept, failed(until, listed.failed()));
    }

    /** Whether the store failed to tell this order in so many rounds running that a person is told and it is left. */
    private boolean passedOver(StoreConnection connection, Change change, String why) {
        Stuck now = stuck.merge(
                connection.store(),
                new Stuck(change.key(), 1),
                (before, first) ->
                        before.key().equals(first.key()) ? new Stuck(first.key(), before.rounds() + 1) : first);
        if (now.rounds() < MOST_ROUNDS) {
            return false;
        }
        stuck.remove(connection.store());
        UUID store = connection.store().value();
        desk.tenancy()
                .run(
                        connection.merchant(),
                        () -> desk.tasks()
                                .open(connection.merchant(), StoreTasks.unread(store, change.storeOrderId(), why)));
        seen.passedOver(connection.store(), change.storeOrderId(), change.updatedAt());
        return true;
    }

    private static Reached failed(@Nullable Instant until, ApiAnswer answer) {
        return switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("an answer with data has not failed");
            case ApiAnswer.Throttled throttled -> new Reached(until, throttled.pause(), null, false);
            case ApiAnswer.Denied denied -> new Reached(until, DENIED_WAIT, denied.why(), false);
            case ApiAnswer.NotDone ignored -> new Reached(until, Duration.ofSeconds(30), null, false);
            case ApiAnswer.Unknown ignored -> new Reached(until, Duration.ofSeconds(30), null, false);
            case ApiAnswer.Refused refused -> new Reached(until, DENIED_WAIT, refused.why(), false);
        };
    }

    /** Kept before the mark moves: what was read but not kept is read again. */
    private Reached keep(List<Delivery> deliveries, Reached reached) {
        inbox.receiveAll(deliveries);
        return reached;
    }

    private static Delivery delivery(StoreConnection connection, Change change, Answer.Found found) {
        return new Delivery(
                connection.merchant(),
                connection.store(),
                Transport.SHOPIFY_READ,
                TOPIC,
                change.key(),
                null,
                found.readAt(),
                "{}",
                found.sourceVersion(),
                found.json());
    }
}
