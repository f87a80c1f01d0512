package dev.baton.channels.shopify;

import dev.baton.channels.Desk;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.StoreTasks;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.LeasedWork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes how telling a store ended, or when it goes on; each in a transaction of its own. */
@Component
class SettleFulfilment {

    /** After so many attempts a person has to look; with the usual backoff that is about a day. */
    private static final int MOST_ATTEMPTS = 30;

    private final StoreFulfilments fulfilments;
    private final Audit audit;
    private final Desk desk;

    SettleFulfilment(StoreFulfilments fulfilments, Audit audit, Desk desk) {
        this.fulfilments = fulfilments;
        this.audit = audit;
        this.desk = desk;
    }

    void finish(MerchantId merchant, LeasedWork leased) {
        desk.tenancy().run(merchant, () -> desk.work().finish(merchant, List.of(leased)));
    }

    void end(
            LeasedWork leased, StoreFulfilment row, State state, List<SeenFulfilment> pushed, @Nullable String reason) {
        MerchantId merchant = leased.merchant();
        desk.tenancy().run(merchant, () -> {
            if (fulfilments.settle(merchant, row.id(), state, pushed, reason)) {
                audit.record(merchant, List.of(entry(row, state, reason)));
            }
            desk.tasks().closeFor(merchant, StoreTasks.FULFILMENT, row.id(), "settled as " + state);
            desk.work().finish(merchant, List.of(leased));
        });
    }

    private static AuditEntry entry(StoreFulfilment row, State state, @Nullable String reason) {
        return new AuditEntry(
                "PushFulfilment", "store_fulfilment", row.id(), row.state().name(), state.name(), reason);
    }

    /** The store shows it, together with the waiting parts of bundles it completed. */
    void pushed(
            LeasedWork leased,
            StoreFulfilment row,
            List<SeenFulfilment> pushed,
            @Nullable String reason,
            List<StoreFulfilment> along) {
        MerchantId merchant = leased.merchant();
        desk.tenancy().run(merchant, () -> {
            end(leased, row, State.PUSHED, pushed, reason);
            for (StoreFulfilment waiting : along) {
                String why = "shown in the store with the shipment that completed the bundle";
                if (fulfilments.settle(merchant, waiting.id(), State.PUSHED, List.of(), why)) {
                    audit.record(merchant, List.of(entry(waiting, State.PUSHED, why)));
                }
            }
        });
    }

    void refused(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, String why) {
        endWithTask(leased, row, State.REFUSED, pushed, why);
    }

    /** Somebody fulfilled the units in the store by hand, or took them out of the order. */
    void doneByStore(LeasedWork leased, StoreFulfilment row) {
        endWithTask(
                leased,
                row,
                State.DONE_BY_STORE,
                List.of(),
                "the store has nothing left to fulfil of it: somebody did it there by hand, or took the units out");
    }

    private void endWithTask(
            LeasedWork leased, StoreFulfilment row, State state, List<SeenFulfilment> pushed, String why) {
        desk.tenancy().run(leased.merchant(), () -> {
            end(leased, row, state, pushed, why);
            desk.tasks().open(leased.merchant(), task(row, why));
        });
    }

    private static NewTask task(StoreFulfilment row, String why) {
        return new NewTask(
                StoreTasks.FULFILMENT,
                "store_fulfilment",
                row.id(),
                "A shipment is not shown in the store (order " + row.storeOrderId() + ")",
                "It has left the supplier, but " + why
                        + ". The customer sees no tracking there until it is entered: fulfil the order in the store with"
                        + " the shipment's tracking number, or tell the customer.");
    }

    void withoutAccess(LeasedWork leased, StoreFulfilment row, Optional<StoreConnection> connection) {
        if (connection.isPresent() && !connection.get().connected()) {
            denied(leased, row, row.pushed(), "The app was removed from the store.");
        } else {
            refused(leased, row, row.pushed(), "Baton was given no access to the store's API");
        }
    }

    /** By what the store answered: later, or for a person. */
    void failed(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, ApiAnswer answer) {
        switch (answer) {
            case ApiAnswer.Told ignored -> throw new IllegalStateException("an answer with data has not failed");
            case ApiAnswer.Throttled throttled ->
                later(leased, row, throttled.pause(), "the store asks us to slow down");
            case ApiAnswer.Denied denied -> denied(leased, row, pushed, denied.why());
            case ApiAnswer.NotDone later -> backOff(leased, row, pushed, later.why());
            case ApiAnswer.Unknown unknown -> backOff(leased, row, pushed, unknown.why());
            case ApiAnswer.Refused refused -> refused(leased, row, pushed, refused.why());
        }
    }

    private void denied(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, String why) {
        desk.tenancy().run(leased.merchant(), () -> {
            desk.tasks().open(leased.merchant(), StoreTasks.access(row.store().value(), why));
            backOff(leased, row, pushed, why);
        });
    }

    private void backOff(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, String why) {
        if (leased.attempts() >= MOST_ATTEMPTS) {
            refused(leased, row, pushed, why);
            return;
        }
        MerchantId merchant = leased.merchant();
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work().failed(merchant, leased, Backoff.next(desk.clock(), leased.attempts()), why));
    }

    void later(LeasedWork leased, StoreFulfilment row, Duration wait, String why) {
        MerchantId merchant = leased.merchant();
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work()
                                .again(merchant, leased, desk.clock().instant().plus(wait), why));
    }

    /** The store holds the order back: it is asked again from time to time, and a person knows. */
    void held(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, Duration wait, String holds) {
        desk.tenancy().run(leased.merchant(), () -> {
            desk.tasks().open(leased.merchant(), task(row, "the store holds the order back (" + holds + ")"));
            later(leased, row, wait, "held in the store: " + holds);
        });
    }

    /** Our own fault: later, and after many attempts for a person. */
    void stumble(MerchantId merchant, LeasedWork leased, UUID id, String why) {
        desk.tenancy().run(merchant, () -> {
            if (leased.attempts() < MOST_ATTEMPTS) {
                desk.work().failed(merchant, leased, Backoff.next(desk.clock(), leased.attempts()), why);
                return;
            }
            desk.work().park(merchant, leased, why);
            fulfilments.find(merchant, List.of(id)).forEach(row -> desk.tasks().open(merchant, task(row, why)));
        });
    }
}
