package dev.baton.platform.work;

import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.DueWork.Due;
import dev.baton.platform.work.DueWork.Place;
import dev.baton.platform.work.DueWork.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The dispatcher: polls for due work (at most a few rows per queue and kind, whatever the backlog), claims what
 * its lanes have room for, and lets them run it in batches. Work that an act hands over runs without a poll.
 */
@Component
public class WorkEngine implements SmartLifecycle, HandOver.Inlet {

    private static final Logger log = LoggerFactory.getLogger(WorkEngine.class);

    static final int PHASE = Integer.MAX_VALUE - 10;

    private static final int PER_QUEUE = 50;

    /** Queues looked at in one poll; the next poll goes on behind them. */
    private static final int QUEUES_PER_POLL = 2_000;

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration TROUBLE_PAUSE = Duration.ofSeconds(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final DueWork due;
    private final DatabaseClock databaseClock;
    private final ObjectProvider<WorkHandler> handlerBeans;
    private final BatchRunner runner;
    private final HandOver inlet;
    private final boolean auto;
    private final Semaphore nudges = new Semaphore(0);
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private volatile Map<String, WorkHandler> handlers = Map.of();
    private volatile boolean running;
    private Place place = Place.START;

    WorkEngine(
            DueWork due,
            DatabaseClock databaseClock,
            ObjectProvider<WorkHandler> handlerBeans,
            BatchRunner runner,
            HandOver inlet,
            @Value("${baton.work.auto:true}") boolean auto) {
        this.due = due;
        this.databaseClock = databaseClock;
        this.handlerBeans = handlerBeans;
        this.runner = runner;
        this.inlet = inlet;
        this.auto = auto;
    }

    @Override
    public void start() {
        handlers();
        if (auto && !running) {
            running = true;
            inlet.open(this);
            Thread.ofVirtual().name("work-dispatcher").start(this::pollUntilStopped);
        }
    }

    @Override
    public void stop() {
        inlet.close();
        running = false;
        nudge();
        lanes.values().forEach(lane -> lane.awaitIdle(STOP_LIMIT));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to start and first to stop, so that everything a handler needs is there. */
    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Whether work may be born leased to this node. */
    @Override
    public boolean isOpen() {
        return running;
    }

    /** Looks for due work without waiting for the next poll. */
    @Override
    public void nudge() {
        if (nudges.availablePermits() == 0) {
            nudges.release();
        }
    }

    @Override
    public Optional<Duration> leaseOf(String kind) {
        return Optional.ofNullable(handlers().get(kind)).map(WorkHandler::lease);
    }

    /** Runs work that is leased to this node. */
    @Override
    public void take(List<LeasedWork> works) {
        for (LeasedWork work : works) {
            if (handlers().containsKey(work.kind())) {
                laneOf(work).offer(work);
            }
        }
    }

    /**
     * Runs everything that is due now on the calling thread, until nothing is due; answers how many items ran.
     * For tests and for hosts that bring their own rhythm; not to be mixed with a started engine.
     */
    public int runDue() {
        int ran = 0;
        int before;
        do {
            before = ran;
            Place from = Place.START;
            do {
                Stretch stretch = due.find(from, PER_QUEUE, QUEUES_PER_POLL);
                ran += runHere(claim(byLane(stretch.due()).values()));
                from = stretch.next();
            } while (!from.equals(Place.START));
        } while (ran > before);
        return ran;
    }

    private int runHere(List<LeasedWork> batch) {
        Map<String, List<LeasedWork>> byLane =
                batch.stream().collect(Collectors.groupingBy(this::laneKey, LinkedHashMap::new, Collectors.toList()));
        for (List<LeasedWork> lane : byLane.values()) {
            WorkHandler handler = handlerOf(lane.getFirst());
            for (int from = 0; from < lane.size(); from += handler.batchLimit()) {
                runner.run(handler, lane.subList(from, Math.min(lane.size(), from + handler.batchLimit())));
            }
        }
        return batch.size();
    }

    private void pollUntilStopped() {
        while (running) {
            try {
                databaseClock.refresh();
                if (databaseClock.agrees()) {
                    dispatch(QUEUES_PER_POLL);
                } else {
                    log.error(
                            "this node's clock is {} off the database's; it claims no work until the clock is set right",
                            databaseClock.skew());
                }
                waitForNudge(POLL);
            } catch (RuntimeException trouble) {
                log.warn("work dispatcher: {}; trying again", trouble.toString());
                waitForNudge(TROUBLE_PAUSE);
            }
        }
    }

    private void waitForNudge(Duration most) {
        try {
            if (nudges.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** One poll: looks at so many queues, and gives the lanes what they have room for. */
    void dispatch(int queues) {
        Stretch stretch = due.find(place, PER_QUEUE, queues);
        place = stretch.next();
        List<List<Due>> chosen = new ArrayList<>();
        byLane(stretch.due()).values().forEach(rows -> {
            List<Due> some = laneOf(rows.getFirst().unclaimed()).choose(rows);
            if (!some.isEmpty()) {
                chosen.add(some);
            }
        });
        take(claim(chosen));
    }

    private Map<String, List<Due>> byLane(List<Due> rows) {
        Map<String, WorkHandler> known = handlers();
        return rows.stream()
                .filter(row -> known.containsKey(row.kind()))
                .collect(Collectors.groupingBy(
                        row -> laneKey(row.unclaimed()), LinkedHashMap::new, Collectors.toList()));
    }

    private List<LeasedWork> claim(Collection<List<Due>> lanesOfRows) {
        Map<MerchantId, Map<String, List<UUID>>> byMerchantAndKind = new LinkedHashMap<>();
        for (List<Due> rows : lanesOfRows) {
            Due first = rows.getFirst();
            List<UUID> ids = byMerchantAndKind
                    .computeIfAbsent(first.merchant(), merchant -> new LinkedHashMap<>())
                    .computeIfAbsent(first.kind(), kind -> new ArrayList<>());
            rows.forEach(row -> ids.add(row.id()));
        }
        List<LeasedWork> claimed = new ArrayList<>();
        byMerchantAndKind.forEach((merchant, kinds) -> kinds.forEach((kind, ids) -> {
            WorkHandler handler = handlers().get(kind);
            if (handler != null) {
                claimed.addAll(due.claim(merchant, ids, handler.lease()));
                Crash.at("work.claimed");
            }
        }));
        return claimed;
    }

    private Lane laneOf(LeasedWork work) {
        return lanes.computeIfAbsent(laneKey(work), key -> new Lane(handlerOf(work), runner, this::nudge));
    }

    private String laneKey(LeasedWork work) {
        return work.merchant() + "/" + work.kind() + "/" + handlerOf(work).lane(work);
    }

    private WorkHandler handlerOf(LeasedWork work) {
        WorkHandler handler = handlers().get(work.kind());
        if (handler == null) {
            throw new IllegalStateException("no handler for work of kind " + work.kind());
        }
        return handler;
    }

    private Map<String, WorkHandler> handlers() {
        Map<String, WorkHandler> known = handlers;
        if (known.isEmpty()) {
            known = handlerBeans.stream().collect(Collectors.toUnmodifiableMap(WorkHandler::kind, h -> h));
            handlers = known;
        }
        return known;
    }
}
