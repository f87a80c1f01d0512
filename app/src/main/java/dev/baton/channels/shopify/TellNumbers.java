package dev.baton.channels.shopify;

import dev.baton.channels.CorrectedNumbers;
import dev.baton.channels.CorrectedNumbers.Corrected;
import dev.baton.channels.Desk;
import dev.baton.channels.Parcel;
import dev.baton.channels.SeenFulfilment;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreFulfilment;
import dev.baton.channels.StoreFulfilment.State;
import dev.baton.channels.StoreFulfilments;
import dev.baton.channels.StoreTasks;
import dev.baton.channels.shopify.LookAtShipment.Situation;
import dev.baton.channels.shopify.UpdateTracking.Updated;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Tells stores of tracking numbers that changed after they were told of the shipment. Which fulfilments show the old
 * number is known from what was written down when they were made, so the store is told and not asked; to say it twice
 * changes nothing.
 */
@Component
class TellNumbers implements WorkHandler {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration UNTIL_TOLD = Duration.ofSeconds(10);
    private static final int BATCH = 10;

    /** A call, one more with a fresh token, and a margin. */
    private static final Duration ENOUGH_TO_TELL = AdminApi.TIMEOUT.multipliedBy(3);

    /** After so many attempts a person has to look; with the usual backoff that is about a day. */
    private static final int MOST_ATTEMPTS = 30;

    private final Desk desk;
    private final LookAtShipment shipments;
    private final CorrectedNumbers numbers;
    private final StoreFulfilments fulfilments;
    private final UpdateTracking update;
    private final Audit audit;

    TellNumbers(
            Desk desk,
            LookAtShipment shipments,
            CorrectedNumbers numbers,
            StoreFulfilments fulfilments,
            UpdateTracking update,
            Audit audit) {
        this.desk = desk;
        this.shipments = shipments;
        this.numbers = numbers;
        this.fulfilments = fulfilments;
        this.update = update;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return CorrectedNumbers.WORK;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void broughtBack(MerchantId merchant, UUID subject) {
        desk.tasks().closeFor(merchant, StoreTasks.FULFILMENT, subject, "told again");
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            tell(merchant, item);
        }
    }

    private record Now(Situation situation, Corrected corrected) {}

    /** What there is to tell; where there is nothing, the work ends. */
    private Optional<Now> look(MerchantId merchant, LeasedWork item) {
        if (numbers.find(merchant, item.subject()).isPresent()) {
            Situation situation = shipments.look(merchant, item.subject());
            Optional<Corrected> left = numbers.find(merchant, item.subject());
            if (left.isPresent()) {
                return Optional.of(new Now(situation, left.get()));
            }
        }
        desk.work().finish(merchant, List.of(item));
        return Optional.empty();
    }

    private void tell(MerchantId merchant, LeasedWork item) {
        Optional<Now> looked = desk.tenancy().inTransaction(merchant, () -> look(merchant, item));
        if (looked.isEmpty()) {
            return;
        }
        Now now = looked.get();
        Situation situation = now.situation();
        StoreFulfilment row = situation.row();
        if (row.isOpen()) {
            again(merchant, item, UNTIL_TOLD, "the store is first told of the shipment");
        } else if (row.state() != State.PUSHED) {
            byHand(merchant, item, row, now.corrected(), "Baton did not enter the shipment there");
        } else if (situation.connection().isEmpty()
                || !situation.connection().get().canCall()) {
            byHand(merchant, item, row, now.corrected(), "Baton has no access to the store's API");
        } else {
            tell(situation.connection().get(), item, situation, now.corrected());
        }
    }

    private void tell(StoreConnection connection, LeasedWork item, Situation situation, Corrected corrected) {
        MerchantId merchant = connection.merchant();
        StoreFulfilment row = situation.row();
        List<Shown> all = shown(situation, corrected);
        if (all.stream().anyMatch(shown -> shown.in().isOpen())) {
            again(merchant, item, UNTIL_TOLD, "the store is first told of the shipment it stands with");
            return;
        }
        for (Shown shown : all) {
            if (!item.hasLeft(ENOUGH_TO_TELL)) {
                again(merchant, item, Duration.ZERO, "too little time was left to tell the store");
                return;
            }
            switch (update.update(
                    connection, shown.made().fulfilmentId(), shown.parcels(), situation.storeMailsNow())) {
                case Updated.Done _ -> {
                    Crash.at("channels.renumbered");
                    desk.tenancy()
                            .run(
                                    merchant,
                                    () -> fulfilments.pushed(
                                            merchant, shown.in().id(), shown.written()));
                }
                case Updated.NotTaken refusal -> {
                    byHand(merchant, item, row, corrected, "the store did not take it: " + refusal.why());
                    return;
                }
                case Updated.Failed failed -> {
                    failed(merchant, item, row, corrected, failed.answer());
                    return;
                }
            }
        }
        settle(merchant, item, row, corrected);
    }

    /** A fulfilment of the store with the parcels it stands for, and the row that made it. */
    private record Shown(StoreFulfilment in, SeenFulfilment made, List<Parcel> parcels) {

        /** What is written down of the row's fulfilments once the store shows these parcels. */
        List<SeenFulfilment> written() {
            return in.pushed().stream()
                    .map(each -> each.fulfilmentId().equals(made.fulfilmentId())
                            ? new SeenFulfilment(each.fulfilmentId(), Parcel.numbers(parcels), each.units())
                            : each)
                    .toList();
        }
    }

    /**
     * The fulfilments in which the store shows the shipment, each with all parcels it stands for. A part of a bundle
     * stands in the fulfilment of the shipment that completed the bundle.
     */
    private static List<Shown> shown(Situation situation, Corrected corrected) {
        StoreFulfilment row = situation.row();
        List<String> before = row.trackingNumbers();
        List<Shown> shown = new ArrayList<>();
        for (StoreFulfilment each : situation.siblings()) {
            for (SeenFulfilment made : each.pushed()) {
                boolean own = each.id().equals(row.id());
                boolean along = row.pushed().isEmpty()
                        && made.trackingNumbers().stream().anyMatch(before::contains);
                if (own || along) {
                    List<Parcel> parcels = new ArrayList<>(own ? corrected.parcels() : each.parcels());
                    situation.siblings().stream()
                            .filter(other -> !other.id().equals(each.id())
                                    && other.pushed().isEmpty())
                            .filter(other ->
                                    other.trackingNumbers().stream().anyMatch(made.trackingNumbers()::contains))
                            .forEach(other -> parcels.addAll(
                                    other.id().equals(row.id()) ? corrected.parcels() : other.parcels()));
                    shown.add(new Shown(each, made, parcels));
                }
            }
        }
        return shown;
    }

    private void settle(MerchantId merchant, LeasedWork item, StoreFulfilment row, Corrected told) {
        desk.tenancy().run(merchant, () -> {
            if (!numbers.settle(merchant, row.id(), told)) {
                Instant now = desk.clock().instant();
                desk.work().again(merchant, item, now, "the number changed once more");
                return;
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "TellNumbers",
                            "store_fulfilment",
                            row.id(),
                            String.join(", ", row.trackingNumbers()),
                            String.join(", ", Parcel.numbers(told.parcels())),
                            null)));
            desk.tasks().closeFor(merchant, StoreTasks.FULFILMENT, row.id(), "the store shows the corrected number");
            desk.work().finish(merchant, List.of(item));
        });
    }

    private void failed(
            MerchantId merchant, LeasedWork item, StoreFulfilment row, Corrected corrected, ApiAnswer answer) {
        switch (answer) {
            case ApiAnswer.Told _ -> throw new IllegalStateException("an answer with data has not failed");
            case ApiAnswer.Throttled throttled ->
                again(merchant, item, throttled.pause(), "the store asks us to slow down");
            case ApiAnswer.Denied denied -> {
                desk.tenancy()
                        .run(
                                merchant,
                                () -> desk.tasks()
                                        .open(
                                                merchant,
                                                StoreTasks.access(row.store().value(), denied.why())));
                backOff(merchant, item, row, corrected, denied.why());
            }
            case ApiAnswer.NotDone later -> backOff(merchant, item, row, corrected, later.why());
            case ApiAnswer.Unknown unknown -> backOff(merchant, item, row, corrected, unknown.why());
            case ApiAnswer.Refused refused -> byHand(merchant, item, row, corrected, refused.why());
        }
    }

    private void backOff(MerchantId merchant, LeasedWork item, StoreFulfilment row, Corrected corrected, String why) {
        if (item.attempts() >= MOST_ATTEMPTS) {
            byHand(merchant, item, row, corrected, why);
            return;
        }
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work().failed(merchant, item, Backoff.next(desk.clock(), item.attempts()), why));
    }

    private void again(MerchantId merchant, LeasedWork item, Duration wait, String why) {
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work()
                                .again(merchant, item, desk.clock().instant().plus(wait), why));
    }

    /** The store goes on showing the old number until a person changes it there. */
    private void byHand(MerchantId merchant, LeasedWork item, StoreFulfilment row, Corrected told, String why) {
        desk.tenancy().run(merchant, () -> {
            numbers.settle(merchant, row.id(), told);
            desk.tasks().open(merchant, StoreTasks.oldNumber(row, Parcel.numbers(told.parcels()), why));
            desk.work().finish(merchant, List.of(item));
        });
    }
}
