package dev.baton.channels;

import dev.baton.channels.StoreAccess.Answer;
import dev.baton.channels.StoreAccess.Hooks;
import dev.baton.channels.StoreCheck.State;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Looks whether a store grants what Baton needs, and whether it tells it of changes; makes webhooks that are missing.
 * Once when it is connected, when somebody asks, and every day from then on.
 */
@Component
public class CheckStore implements WorkHandler {

    static final String KIND = "channels.store-check.schedule";

    /** Kind of the task that scopes are missing; its subject is the store. */
    static final String SCOPES = "channels.store-scopes";

    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final StoreChecks checks;
    private final StoreConnections connections;
    private final StoreAccess access;
    private final PublicUrl publicUrl;
    private final Desk desk;

    CheckStore(StoreChecks checks, StoreConnections connections, StoreAccess access, PublicUrl publicUrl, Desk desk) {
        this.checks = checks;
        this.connections = connections;
        this.access = access;
        this.publicUrl = publicUrl;
        this.desk = desk;
    }

    /** Has the store looked at now, and every day from then on. Opens or joins a transaction. */
    public void begin(MerchantId merchant, StoreId store) {
        desk.tenancy().run(merchant, () -> {
            checks.write(merchant, store, new StoreCheck(State.ASKING, List.of(), 0, 0, null, null));
            desk.work().remove(merchant, KIND, List.of(store.value()));
            desk.work()
                    .add(
                            merchant,
                            List.of(new NewWork(
                                    Queues.store(store),
                                    KIND,
                                    store.value(),
                                    desk.clock().instant(),
                                    true)));
        });
    }

    /** The last look; empty when nobody has asked for one. Needs an open transaction. */
    public Optional<StoreCheck> last(MerchantId merchant, StoreId store) {
        return checks.find(merchant, store);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.ASK_FIRST;
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
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            StoreId store = new StoreId(item.subject());
            Optional<StoreConnection> connection =
                    connections.current(merchant, store).filter(StoreConnection::canCall);
            if (connection.isEmpty()) {
                desk.tenancy().run(merchant, () -> {
                    checks.write(
                            merchant,
                            store,
                            failed("Baton was given no access to the store's API: connect it with a token"));
                    desk.work().finish(merchant, List.of(item));
                });
            } else {
                StoreCheck found = look(connection.get());
                desk.tenancy().run(merchant, () -> write(merchant, store, found, item));
            }
        }
    }

    private StoreCheck look(StoreConnection connection) {
        return switch (access.granted(connection)) {
            case Answer.Told<Set<String>> told -> {
                Set<String> lacking = new TreeSet<>(access.needed());
                lacking.removeAll(told.value());
                yield hooks(connection, List.copyOf(lacking));
            }
            case Answer.Later<Set<String>> later -> failed(later.why());
            case Answer.Never<Set<String>> never -> failed(never.why());
        };
    }

    private StoreCheck hooks(StoreConnection connection, List<String> lacking) {
        State state = lacking.isEmpty() ? State.FINE : State.LACKING;
        Instant now = desk.clock().instant();
        String path = "/hooks/shopify/" + connection.merchant().hex() + "/"
                + connection.store().value();
        if (publicUrl.of(path).isEmpty()) {
            return new StoreCheck(
                    state,
                    lacking,
                    0,
                    0,
                    "no public address of this Baton is set, so the store is asked for changes instead",
                    now);
        }
        return switch (access.heal(connection, publicUrl.of(path).orElseThrow())) {
            case Answer.Told<Hooks> told ->
                new StoreCheck(
                        state,
                        lacking,
                        told.value().told(),
                        told.value().made(),
                        told.value().refused(),
                        now);
            case Answer.Later<Hooks> later -> new StoreCheck(state, lacking, 0, 0, later.why(), now);
            case Answer.Never<Hooks> never -> new StoreCheck(state, lacking, 0, 0, never.why(), now);
        };
    }

    private StoreCheck failed(String why) {
        return new StoreCheck(State.FAILED, List.of(), 0, 0, why, desk.clock().instant());
    }

    private void write(MerchantId merchant, StoreId store, StoreCheck found, LeasedWork item) {
        checks.write(merchant, store, found);
        if (found.state() == State.LACKING) {
            desk.tasks()
                    .open(
                            merchant,
                            new NewTask(
                                    SCOPES,
                                    "store",
                                    store.value(),
                                    "The store grants Baton too little: " + String.join(", ", found.lacking()),
                                    "What needs these scopes does not work. If nothing is done it stays so. Grant them to"
                                            + " the app in the store; it is looked at anew every day, and by Set-up"
                                            + " at once."));
        } else if (found.state() == State.FINE) {
            desk.tasks().closeFor(merchant, SCOPES, store.value(), "everything needed is granted");
        }
        desk.work().again(merchant, item, desk.clock().instant().plus(EVERY), "looked at every day");
    }
}
