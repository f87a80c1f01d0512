package dev.baton.channels.shopify;

import dev.baton.channels.Parcel;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.shopify.AskFulfilment.Asked;
import dev.baton.channels.shopify.CreateFulfilment.Created;
import dev.baton.channels.shopify.FulfilmentPlan.Part;
import dev.baton.channels.shopify.LookAtShipment.Situation;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.LeasedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the store of one shipment: asks what it shows, creates what is missing, writes down what stands. */
@Component
class PushFulfilment {

    /** A call, one more with a fresh token, and a margin: what is begun ends before another may begin it. */
    private static final Duration ENOUGH_TO_TELL = AdminApi.TIMEOUT.multipliedBy(3);

    private static final Duration SIBLING_WAIT = Duration.ofSeconds(5);
    private static final Duration HELD_WAIT = Duration.ofMinutes(15);
    private static final Duration CHANGED_WAIT = Duration.ofSeconds(2);

    /** A fulfilment order that was moved or closed between asking and telling is found by asking again. */
    private static final int TRIES_AGAINST_A_REFUSAL = 3;

    private final Tenancy tenancy;
    private final LookAtShipment shipments;
    private final StoreFulfilments fulfilments;
    private final AskFulfilment ask;
    private final CreateFulfilment create;
    private final SettleFulfilment settle;

    PushFulfilment(
            Tenancy tenancy,
            LookAtShipment shipments,
            StoreFulfilments fulfilments,
            AskFulfilment ask,
            CreateFulfilment create,
            SettleFulfilment settle) {
        this.tenancy = tenancy;
        this.shipments = shipments;
        this.fulfilments = fulfilments;
        this.ask = ask;
        this.create = create;
        this.settle = settle;
    }

    void push(MerchantId merchant, LeasedWork leased, UUID id) {
        Situation now = tenancy.inTransaction(merchant, () -> shipments.look(merchant, id));
        StoreFulfilment row = now.row();
        if (!row.isOpen()) {
            settle.finish(merchant, leased);
        } else if (!now.live()) {
            settle.end(leased, row, State.NOT_LIVE, row.pushed(), "the store is not live in Baton yet");
        } else if (now.connection().isEmpty() || !now.connection().get().canCall()) {
            settle.withoutAccess(leased, row, now.connection());
        } else {
            pushTo(now.connection().get(), leased, now);
        }
    }

    void stumble(MerchantId merchant, LeasedWork leased, UUID id, String why) {
        settle.stumble(merchant, leased, id, why);
    }

    private void pushTo(StoreConnection connection, LeasedWork leased, Situation now) {
        StoreFulfilment row = now.row();
        Map<String, Integer> units = now.completed();
        if (units.isEmpty()) {
            boolean excess = row.units().isEmpty();
            settle.end(
                    leased,
                    row,
                    excess ? State.PUSHED : State.WAITS_FOR_BUNDLE,
                    row.pushed(),
                    excess ? "it holds no unit the order asked for" : "its units complete no unit the store knows yet");
            return;
        }
        if (now.isSiblingUnanswered()) {
            settle.later(leased, row, SIBLING_WAIT, "another shipment with the same tracking number is being told");
            return;
        }
        if (!begin(connection.merchant(), row)) {
            settle.later(leased, row, Duration.ZERO, "its tracking number was corrected just now");
            return;
        }
        Crash.at("channels.fulfilment-asked");
        switch (ask.ask(connection, row.storeOrderId())) {
            case Asked.Gone ignored ->
                settle.refused(leased, row, row.pushed(), "the store has no order " + row.storeOrderId() + " any more");
            case Asked.Failed failed -> settle.failed(leased, row, row.pushed(), failed.answer());
            case Asked.Known known -> {
                FulfilmentPlan plan =
                        FulfilmentPlan.of(row, units, now.siblings(), known.state(), connection.locationId());
                tell(connection, leased, now, units, plan);
            }
        }
    }

    /**
     * From here on a corrected number is told afterwards. False when one was taken into the row since it was looked at:
     * whoever did that takes it for told.
     */
    private boolean begin(MerchantId merchant, StoreFulfilment row) {
        return tenancy.inTransaction(merchant, () -> {
            fulfilments.asked(merchant, row.id());
            return fulfilments.find(merchant, List.of(row.id())).stream()
                    .allMatch(each -> each.parcels().equals(row.parcels()));
        });
    }

    private void tell(
            StoreConnection connection,
            LeasedWork leased,
            Situation now,
            Map<String, Integer> units,
            FulfilmentPlan plan) {
        StoreFulfilment row = now.row();
        MerchantId merchant = connection.merchant();
        List<SeenFulfilment> pushed = new ArrayList<>(row.pushed());
        pushed.addAll(plan.found());
        List<StoreFulfilment> along = now.along(units);
        List<Parcel> parcels = new ArrayList<>(row.parcels());
        along.forEach(waiting -> parcels.addAll(waiting.parcels()));
        for (Part part : plan.parts()) {
            if (!leased.hasLeft(ENOUGH_TO_TELL)) {
                settle.later(leased, row, Duration.ZERO, "too little time was left to tell the store");
                return;
            }
            switch (create.create(connection, part, parcels, now.storeMails())) {
                case Created.Made made -> {
                    Crash.at("channels.fulfilment-created");
                    pushed.add(new SeenFulfilment(made.fulfilmentId(), Parcel.numbers(parcels), part.units()));
                    tenancy.run(merchant, () -> fulfilments.pushed(merchant, row.id(), pushed));
                    Crash.at("channels.fulfilment-noted");
                }
                case Created.NotTaken refusal -> {
                    notTaken(leased, row, pushed, refusal.why());
                    return;
                }
                case Created.Failed failed -> {
                    settle.failed(leased, row, pushed, failed.answer());
                    return;
                }
            }
        }
        conclude(leased, row, pushed, plan, along);
    }

    private void notTaken(LeasedWork leased, StoreFulfilment row, List<SeenFulfilment> pushed, String why) {
        int times = tenancy.inTransaction(leased.merchant(), () -> fulfilments.notTaken(leased.merchant(), row.id()));
        if (times < TRIES_AGAINST_A_REFUSAL) {
            settle.later(leased, row, CHANGED_WAIT, "the store did not take it: " + why);
        } else {
            settle.refused(leased, row, pushed, "the store did not take it: " + why);
        }
    }

    private void conclude(
            LeasedWork leased,
            StoreFulfilment row,
            List<SeenFulfilment> pushed,
            FulfilmentPlan plan,
            List<StoreFulfilment> along) {
        if (!plan.held().isEmpty()) {
            settle.held(leased, row, pushed, HELD_WAIT, String.join(", ", plan.holds()));
        } else if (pushed.isEmpty()) {
            settle.doneByStore(leased, row);
        } else {
            String reason = plan.missing().isEmpty() || plan.parts().isEmpty()
                    ? null
                    : "the store wanted fewer units fulfilled than were shipped";
            settle.pushed(leased, row, pushed, reason, along);
            Crash.at("channels.fulfilment-recorded");
        }
    }
}
