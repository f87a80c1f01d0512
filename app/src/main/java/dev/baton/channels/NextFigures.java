package dev.baton.channels;

import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.channels.StoreFigure.Push;
import dev.baton.channels.StoreStock.NewFigure;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides what a store is asked or told next, and writes that down before it is done: a call whose answer was lost is
 * found again and repeated with its key.
 */
@Component
class NextFigures {

    /** Until every node notes the store's orders. */
    private static final Duration KNOWN_EVERYWHERE = AvailabilitySwitches.REMEMBERED.plusSeconds(2);

    private final AvailabilitySwitches switches;
    private final StoreConnections connections;
    private final MerchantLookup merchants;
    private final StoreFigures figures;
    private final PlanFigures plan;
    private final Ids ids;
    private final Desk desk;

    NextFigures(
            AvailabilitySwitches switches,
            StoreConnections connections,
            MerchantLookup merchants,
            StoreFigures figures,
            PlanFigures plan,
            Ids ids,
            Desk desk) {
        this.switches = switches;
        this.connections = connections;
        this.merchants = merchants;
        this.figures = figures;
        this.plan = plan;
        this.ids = ids;
        this.desk = desk;
    }

    /** What is to be done. */
    sealed interface Next {

        /** Nothing: the store shows what it should, or is not kept any more. */
        record Nothing() implements Next {}

        /** Look again: what was looked at is as it should be. */
        record More() implements Next {}

        /** Not yet. */
        record Wait(Instant until) implements Next {}

        /** Baton was given no access to the store. */
        record NoAccess(boolean removed) implements Next {}

        /** Ask what the store shows of these. */
        record Read(StoreConnection connection, String location, List<Asked> items) implements Next {}

        /** Tell the store; the figures stand in the rows under the key. */
        record Tell(
                StoreConnection connection, String location, UUID key, List<String> variants, List<NewFigure> figures)
                implements Next {}
    }

    /** A figure that is asked for, and the number of calls to the store before. */
    record Asked(String variantId, String itemId, int generation) {}

    /** One transaction. */
    Next next(MerchantId merchant, StoreId store, int mostRead, int mostTold) {
        return desk.tenancy().inTransaction(merchant, () -> decide(merchant, store, mostRead, mostTold));
    }

    private Next decide(MerchantId merchant, StoreId store, int mostRead, int mostTold) {
        Optional<Switch> kept = switches.find(merchant, store).filter(Switch::enabled);
        Optional<Store> known = merchants.store(merchant, store);
        if (kept.isEmpty() || known.isEmpty()) {
            return new Next.Nothing();
        }
        Instant from = kept.get().since().plus(KNOWN_EVERYWHERE);
        if (desk.clock().instant().isBefore(from)) {
            return new Next.Wait(from);
        }
        Optional<StoreConnection> connection = connections.current(merchant, store);
        if (connection.isEmpty() || !connection.get().canCall()) {
            return new Next.NoAccess(connection.isPresent() && !connection.get().connected());
        }
        String location = kept.get().locationId();
        boolean live = known.get().live();
        List<StoreFigure> unanswered = live ? unanswered(merchant, kept.get()) : List.of();
        if (!unanswered.isEmpty()) {
            return tell(connection.get(), location, unanswered);
        }
        return fresh(connection.get(), location, live, Math.min(mostRead, mostTold), mostTold);
    }

    /** A call of a time before the store was switched on is nobody's concern any more. */
    private List<StoreFigure> unanswered(MerchantId merchant, Switch kept) {
        List<StoreFigure> rows = figures.lockUnanswered(merchant, kept.store());
        List<StoreFigure> old = rows.stream()
                .filter(row -> row.anchoredAt == null || row.anchoredAt.isBefore(kept.since()))
                .toList();
        old.forEach(StoreFigure::forgetStore);
        figures.write(merchant, old);
        return old.isEmpty() ? rows : unanswered(merchant, kept);
    }

    private Next fresh(StoreConnection connection, String location, boolean live, int mostRead, int mostTold) {
        MerchantId merchant = connection.merchant();
        Instant now = desk.clock().instant();
        List<StoreFigure> rows = figures.lockPending(merchant, connection.store(), mostTold);
        if (rows.isEmpty()) {
            return new Next.Nothing();
        }
        plan.plan(merchant, rows, now);
        List<Asked> toRead = new ArrayList<>();
        List<StoreFigure> toTell = new ArrayList<>();
        Map<String, Integer> unseen = figures.unseenBeside(merchant, connection.store(), rows);
        for (StoreFigure row : rows) {
            String sku = row.sku;
            if (sku != null) {
                unseen.merge(sku, row.unseen, Integer::sum);
            }
        }
        for (StoreFigure row : rows) {
            String item = row.itemId;
            if (!row.isKept() || item == null) {
                row.pending = false;
            } else if (row.inStore == null || row.mustRead) {
                if (toRead.size() < mostRead) {
                    row.anchoredAt = row.inStore == null ? now : row.anchoredAt;
                    toRead.add(new Asked(row.variantId, item, row.generation));
                }
            } else if (!live || row.inStore == row.wanted(unseenOf(row, unseen))) {
                row.pending = false;
            } else {
                toTell.add(row);
            }
        }
        UUID key = ids.next();
        if (toRead.isEmpty()) {
            toTell.forEach(row -> {
                row.push = new Push(key, row.wanted(unseenOf(row, unseen)), Objects.requireNonNull(row.inStore));
                row.generation++;
            });
        }
        figures.write(merchant, rows);
        if (!toRead.isEmpty()) {
            return new Next.Read(connection, location, toRead);
        }
        return toTell.isEmpty() ? new Next.More() : tell(connection, location, toTell);
    }

    private static int unseenOf(StoreFigure row, Map<String, Integer> bySku) {
        String sku = row.sku;
        return sku == null ? row.unseen : bySku.getOrDefault(sku, 0);
    }

    /** In one order, so that a repeat is the very same call. */
    private static Next.Tell tell(StoreConnection connection, String location, List<StoreFigure> rows) {
        List<StoreFigure> inOrder =
                rows.stream().sorted(Comparator.comparing(row -> row.variantId)).toList();
        return new Next.Tell(
                connection,
                location,
                Objects.requireNonNull(inOrder.getFirst().push).id(),
                inOrder.stream().map(row -> row.variantId).toList(),
                inOrder.stream()
                        .map(row -> new NewFigure(
                                Objects.requireNonNull(row.itemId),
                                Objects.requireNonNull(row.push).quantity(),
                                Objects.requireNonNull(row.push).from()))
                        .toList());
    }
}
