package dev.baton.channels;

import dev.baton.channels.StoreAccess.Answer;
import dev.baton.channels.StoreAccess.OpenOrder;
import dev.baton.channels.StoreAccess.OpenPage;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the orders a store has open when it is connected, a page at a time, through the same inbox as everything else.
 * What was ordered before the cut-over is known and never sent: its units count as shipped by somebody else.
 */
@Component
public class ImportOpenOrders implements WorkHandler {

    static final String KIND = "channels.import";

    private static final String TOPIC = "order";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration ENOUGH_FOR_ONE_MORE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final StoreImports imports;
    private final StoreConnections connections;
    private final StoreAccess access;
    private final StoreReads reads;
    private final Inbox inbox;
    private final Desk desk;

    ImportOpenOrders(
            StoreImports imports,
            StoreConnections connections,
            StoreAccess access,
            StoreReads reads,
            Inbox inbox,
            Desk desk) {
        this.imports = imports;
        this.connections = connections;
        this.access = access;
        this.reads = reads;
        this.inbox = inbox;
        this.desk = desk;
    }

    /**
     * Begins it; one that was begun keeps its cut-over. Opens or joins a transaction.
     *
     * @param cutOver what was ordered before is never sent
     * @throws Problem INVALID_FIELD when the cut-over lies ahead
     */
    public void begin(MerchantId merchant, StoreId store, Instant cutOver) {
        Instant now = desk.clock().instant();
        if (cutOver.isAfter(now)) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "The cut-over lies ahead: orders that come until then would neither be sent nor shipped by anybody"
                            + " else. Name a time that has come.",
                    "cutOver");
        }
        desk.tenancy().run(merchant, () -> {
            if (imports.begin(merchant, store, cutOver, now)) {
                desk.work().add(merchant, List.of(new NewWork(Queues.store(store), KIND, store.value(), now, true)));
            }
        });
    }

    /** How it stands; empty when none was begun. Needs an open transaction. */
    public Optional<StoreImport> last(MerchantId merchant, StoreId store) {
        return imports.find(merchant, store);
    }

    @Override
    public String kind() {
        return KIND;
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
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        batch.forEach(item -> page(merchant, item));
    }

    private void page(MerchantId merchant, LeasedWork item) {
        StoreId store = new StoreId(item.subject());
        Optional<StoreImport> stands = desk.tenancy().inTransaction(merchant, () -> imports.find(merchant, store));
        Optional<StoreConnection> connection =
                connections.current(merchant, store).filter(StoreConnection::canCall);
        if (stands.isEmpty() || stands.get().state() != StoreImport.State.PLANNED) {
            desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(item)));
        } else if (connection.isEmpty()) {
            fail(merchant, item, "Baton was given no access to the store's API");
        } else {
            switch (access.open(connection.get(), stands.get().pageAfter())) {
                case Answer.Told<OpenPage> told -> take(merchant, item, told.value());
                case Answer.Later<OpenPage> later -> again(merchant, item, later.pause(), later.why());
                case Answer.Never<OpenPage> never -> fail(merchant, item, never.why());
            }
        }
    }

    private void take(MerchantId merchant, LeasedWork item, OpenPage page) {
        StoreId store = new StoreId(item.subject());
        List<Delivery> kept = new ArrayList<>();
        for (OpenOrder order : page.orders()) {
            if (!item.hasLeft(ENOUGH_FOR_ONE_MORE)) {
                inbox.receiveAll(kept);
                again(merchant, item, Duration.ZERO, "the page takes longer than one lease");
                return;
            }
            switch (reads.read(merchant, store, order.storeOrderId())) {
                case StoreReads.Answer.Found found -> kept.add(delivery(merchant, store, order, found));
                case StoreReads.Answer.Gone ignored -> {}
                case StoreReads.Answer.Unreadable ignored -> {
                    // the poll opens a task for an order that stays unreadable
                }
                case StoreReads.Answer.Later later -> {
                    inbox.receiveAll(kept);
                    again(merchant, item, later.pause(), later.why());
                    return;
                }
                case StoreReads.Answer.NoAccess without -> {
                    fail(merchant, item, without.why());
                    return;
                }
                case StoreReads.Answer.Denied denied -> {
                    fail(merchant, item, denied.why());
                    return;
                }
            }
        }
        // kept before the mark moves: what was read but not kept is read again
        inbox.receiveAll(kept);
        goOn(merchant, item, page, kept.size());
    }

    private void goOn(MerchantId merchant, LeasedWork item, OpenPage page, int taken) {
        StoreId store = new StoreId(item.subject());
        Instant now = desk.clock().instant();
        desk.tenancy().run(merchant, () -> {
            if (page.next() == null) {
                imports.end(merchant, store, StoreImport.State.DONE, taken, null, now);
                desk.work().finish(merchant, List.of(item));
            } else {
                imports.goOn(merchant, store, page.next(), taken);
                desk.work().again(merchant, item, now, "more open orders are to be read");
            }
        });
    }

    private void again(MerchantId merchant, LeasedWork item, Duration pause, String why) {
        Instant due = desk.clock().instant().plus(pause.compareTo(PAUSE) > 0 ? pause : PAUSE);
        desk.tenancy().run(merchant, () -> desk.work().again(merchant, item, due, why));
    }

    private void fail(MerchantId merchant, LeasedWork item, String why) {
        desk.tenancy().run(merchant, () -> {
            imports.end(
                    merchant,
                    new StoreId(item.subject()),
                    StoreImport.State.FAILED,
                    0,
                    why,
                    desk.clock().instant());
            desk.work().finish(merchant, List.of(item));
        });
    }

    private static Delivery delivery(
            MerchantId merchant, StoreId store, OpenOrder order, StoreReads.Answer.Found found) {
        return new Delivery(
                merchant,
                store,
                Transport.SHOPIFY_READ,
                TOPIC,
                order.storeOrderId() + "@" + order.updatedAt(),
                null,
                found.readAt(),
                "{}",
                found.sourceVersion(),
                found.json());
    }
}
