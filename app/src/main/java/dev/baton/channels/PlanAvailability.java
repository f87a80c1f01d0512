package dev.baton.channels;

import dev.baton.catalog.ListedVariant;
import dev.baton.catalog.ListingGoods;
import dev.baton.catalog.ListingGoods.Place;
import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.channels.AvailabilityTouches.Touched;
import dev.baton.merchants.StoreId;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ListingGoods listings;
    private final StoreFigures figures;
    private final PlanFigures plan;
    private final AvailabilityWork pushes;
    private final WarnOfStore warn;
    private final Desk desk;

    PlanAvailability(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            ListingGoods listings,
            StoreFigures figures,
            PlanFigures plan,
            AvailabilityWork pushes,
            WarnOfStore warn,
            Desk desk) {
        this.switches = switches;
        this.touches = touches;
        this.listings = listings;
        this.figures = figures;
        this.plan = plan;
        this.pushes = pushes;
        this.warn = warn;
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
            // a transaction each: none locks figures twice, so that all lock them in the order of their keys
            boolean touched = desk.tenancy().inTransaction(merchant, () -> markTouched(merchant));
            boolean whole = markWholeStores(merchant);
            boolean due = desk.tenancy().inTransaction(merchant, () -> planDue(merchant));
            more = touched || whole || due;
        }
        boolean again = more;
        desk.tenancy().run(merchant, () -> {
            if (again) {
                desk.work().again(merchant, first, desk.clock().instant(), "more figures are to be worked out");
            }
            desk.work().finish(merchant, again ? batch.subList(1, batch.size()) : batch);
        });
    }

    /** True when there may be more of the same. */
    private boolean markTouched(MerchantId merchant) {
        Touched touched = touches.take(merchant, TOUCHES);
        List<StoreId> stores =
                switches.enabled(merchant).stream().map(Switch::store).toList();
        if (!touched.isEmpty() && !stores.isEmpty()) {
            mark(merchant, stores, touched);
        }
        return !touched.isEmpty();
    }

    private void mark(MerchantId merchant, List<StoreId> stores, Touched touched) {
        Set<String> codes = new LinkedHashSet<>(touched.codes());
        codes.addAll(listings.codesWith(merchant, touched.skus()));
        codes.addAll(listings.sharing(merchant, touched.codes()));
        Place after = Place.START;
        List<ListedVariant> page;
        do {
            page = listings.standingFor(merchant, stores, codes, after, ROWS);
            figures.due(merchant, page, desk.clock().instant());
            if (!page.isEmpty()) {
                ListedVariant last = page.getLast();
                after = new Place(last.store().value(), last.variantId());
            }
        } while (page.size() == ROWS);
    }

    /** Marks the next page of each store that is planned as a whole; true when any has more. */
    private boolean markWholeStores(MerchantId merchant) {
        boolean more = false;
        for (Switch kept : desk.tenancy().inTransaction(merchant, () -> switches.enabled(merchant))) {
            String after = kept.planAfter();
            if (after != null) {
                more |= desk.tenancy().inTransaction(merchant, () -> markPage(merchant, kept.store(), after));
            }
        }
        return more;
    }

    private boolean markPage(MerchantId merchant, StoreId store, String after) {
        List<ListedVariant> page = listings.page(merchant, store, after, ROWS);
        figures.due(merchant, page, desk.clock().instant());
        boolean last = page.size() < ROWS;
        switches.planned(merchant, store, last ? null : page.getLast().variantId());
        return !last;
    }

    private boolean planDue(MerchantId merchant) {
        Set<StoreId> kept =
                switches.enabled(merchant).stream().map(Switch::store).collect(Collectors.toSet());
        if (kept.isEmpty()) {
            return false;
        }
        List<StoreFigure> due = figures.lockDue(merchant, ROWS);
        Set<StoreFigure> warned = due.stream().filter(StoreFigure::isWarnedOf).collect(Collectors.toSet());
        plan.plan(merchant, due, desk.clock().instant());
        figures.write(merchant, due);
        Set<StoreId> toTell = new LinkedHashSet<>();
        Set<StoreId> toWarn = new LinkedHashSet<>();
        for (StoreFigure row : due) {
            if (row.pending && kept.contains(row.store)) {
                toTell.add(row.store);
            }
            if (kept.contains(row.store) && row.isWarnedOf() != warned.contains(row)) {
                toWarn.add(row.store);
            }
        }
        pushes.wake(merchant, toTell);
        toWarn.forEach(store -> warn.warn(merchant, store));
        if (!due.isEmpty()) {
            Crash.at("channels.figures-planned");
        }
        return due.size() == ROWS;
    }
}
