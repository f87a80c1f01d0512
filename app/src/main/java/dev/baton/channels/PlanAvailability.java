package dev.baton.channels;

import dev.baton.catalog.ListedVariant;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.ListingLookup.Place;
import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.channels.AvailabilityTouches.Touched;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Works out what stores should show: of SKUs that were touched, of variants whose store sold some, and of whole stores
 * that were just switched on; a bounded part a transaction.
 */
@Component
class PlanAvailability implements WorkHandler {

    private static final int BATCH = 200;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final int TOUCHES = 200;
    private static final int ROWS = 500;

    private final AvailabilitySwitches switches;
    private final AvailabilityTouches touches;
    private final ListingLookup listings;
    private final StoreFigures figures;
    private final PlanFigures plan;
    private final AvailabilityWork pushes;
    private final Desk desk;

    PlanAvailability(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            ListingLookup listings,
            StoreFigures figures,
            PlanFigures plan,
            AvailabilityWork pushes,
            Desk desk) {
        this.switches = switches;
        this.touches = touches;
        this.listings = listings;
        this.figures = figures;
        this.plan = plan;
        this.pushes = pushes;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return AvailabilityTouches.PLAN;
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
    public int attemptsLimit() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        LeasedWork first = batch.getFirst();
        boolean more = true;
        while (more && first.hasLeft(ENOUGH)) {
            more = desk.tenancy().inTransaction(merchant, () -> some(merchant));
            Crash.at("channels.availability-planned");
        }
        boolean again = more;
        desk.tenancy().run(merchant, () -> {
            if (again) {
                desk.work().again(merchant, first, desk.clock().instant(), "more figures are to be worked out");
            }
            desk.work().finish(merchant, again ? batch.subList(1, batch.size()) : batch);
        });
    }

    /** True when there may be more to do. */
    private boolean some(MerchantId merchant) {
        Instant now = desk.clock().instant();
        List<Switch> kept = switches.enabled(merchant);
        Touched touched = touches.take(merchant, TOUCHES);
        if (kept.isEmpty()) {
            return !touched.isEmpty();
        }
        mark(merchant, kept, touched, now);
        boolean whole = wholeStores(merchant, kept, now);
        List<StoreFigure> due = figures.lockDue(merchant, ROWS);
        plan.plan(merchant, due, now);
        figures.write(merchant, due);
        pushes.wake(merchant, keptStores(due, kept));
        return !touched.isEmpty() || whole || due.size() == ROWS;
    }

    private static Set<StoreId> keptStores(Collection<StoreFigure> rows, List<Switch> kept) {
        Set<StoreId> stores = new LinkedHashSet<>();
        rows.stream().filter(row -> row.pending).forEach(row -> stores.add(row.store));
        stores.retainAll(kept.stream().map(Switch::store).toList());
        return stores;
    }

    private void mark(MerchantId merchant, List<Switch> kept, Touched touched, Instant now) {
        if (touched.isEmpty()) {
            return;
        }
        Set<String> codes = new LinkedHashSet<>(touched.codes());
        codes.addAll(listings.codesWith(merchant, touched.skus()));
        codes.addAll(listings.sharing(merchant, touched.codes()));
        List<StoreId> stores = kept.stream().map(Switch::store).toList();
        Place after = Place.START;
        List<ListedVariant> page;
        do {
            page = listings.standingFor(merchant, stores, codes, after, ROWS);
            figures.due(merchant, page, now);
            if (!page.isEmpty()) {
                ListedVariant last = page.getLast();
                after = new Place(last.store().value(), last.variantId());
            }
        } while (page.size() == ROWS);
    }

    /** Marks the next page of each store that is planned as a whole; true when any has more. */
    private boolean wholeStores(MerchantId merchant, List<Switch> kept, Instant now) {
        boolean more = false;
        for (Switch store : kept) {
            String after = store.planAfter();
            if (after != null) {
                List<ListedVariant> page = listings.page(merchant, store.store(), after, ROWS);
                figures.due(merchant, page, now);
                boolean last = page.size() < ROWS;
                switches.planned(
                        merchant, store.store(), last ? null : page.getLast().variantId());
                more |= !last;
            }
        }
        return more;
    }
}
