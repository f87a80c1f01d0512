package dev.baton.channels;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.work.NewWork;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Begins to read all products of a store, and has it done every night from then on: what a webhook never brought is
 * found by the next night.
 */
@Component
public class PullCatalogue {

    /** The kind of work that carries a pull on; its subject is the pull. */
    public static final String KIND = "channels.catalogue-pull";

    /** The kind of work that begins a pull every night; its subject is the store. */
    static final String NIGHTLY = "channels.catalogue.schedule";

    private final CataloguePulls pulls;
    private final StoreConnections connections;
    private final MerchantLookup merchants;
    private final Ids ids;
    private final Desk desk;

    PullCatalogue(CataloguePulls pulls, StoreConnections connections, MerchantLookup merchants, Ids ids, Desk desk) {
        this.pulls = pulls;
        this.connections = connections;
        this.merchants = merchants;
        this.ids = ids;
        this.desk = desk;
    }

    /**
     * Begins a pull, or answers the one that is under way. Opens or joins a transaction.
     *
     * @throws Problem CONFLICT when Baton cannot ask the store: connect it with access to its API first
     */
    public CataloguePull begin(MerchantId merchant, Store store) {
        return desk.tenancy().inTransaction(merchant, () -> {
            boolean canCall = connections
                    .current(merchant, store.id())
                    .map(StoreConnection::canCall)
                    .orElse(false);
            if (!canCall) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        "Baton has no access to the API of the store " + store.code()
                                + ": define it with shopify.accessToken, or clientId and clientSecret, first.");
            }
            planNight(merchant, store);
            return open(merchant, store.id());
        });
    }

    private CataloguePull open(MerchantId merchant, StoreId store) {
        UUID pull = ids.next();
        Instant now = desk.clock().instant();
        if (pulls.begin(merchant, store, pull, now)) {
            desk.work().add(merchant, List.of(new NewWork(Queues.store(store), KIND, pull, now, true)));
        }
        return pulls.latest(merchant, store)
                .orElseThrow(() -> new IllegalStateException("a pull was begun and is not there"));
    }

    private void planNight(MerchantId merchant, Store store) {
        desk.work().remove(merchant, NIGHTLY, List.of(store.id().value()));
        desk.work()
                .add(
                        merchant,
                        List.of(new NewWork(
                                Queues.store(store.id()),
                                NIGHTLY,
                                store.id().value(),
                                Nights.next(store, desk.clock().instant()),
                                false)));
    }

    /** A night has come: begins a pull where the store can be asked, and plans the next night. Joins a transaction. */
    void night(MerchantId merchant, StoreId id) {
        boolean canCall =
                connections.current(merchant, id).map(StoreConnection::canCall).orElse(false);
        if (canCall) {
            open(merchant, id);
        }
        merchants.store(merchant, id).ifPresent(store -> planNight(merchant, store));
    }
}
