package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens stock rows for a change and closes them: writes what differs, then shortages, then the news. */
@Component
final class StockChanges {

    private final StockRows rows;
    private final WaitingRows waiting;
    private final Shortages shortages;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    StockChanges(
            StockRows rows, WaitingRows waiting, Shortages shortages, ApplicationEventPublisher news, Clock clock) {
        this.rows = rows;
        this.waiting = waiting;
        this.shortages = shortages;
        this.news = news;
        this.clock = clock;
    }

    LockedStock lock(MerchantId merchant, Collection<OfferId> offers) {
        return new LockedStock(rows.lock(merchant, offers));
    }

    /** Writes the rows that changed; the last thing an act does with them. */
    void settle(MerchantId merchant, LockedStock stock) {
        Instant now = FeedOrder.micros(clock.instant());
        List<StockRow> changed = new ArrayList<>();
        List<StockRow> fellShort = new ArrayList<>();
        List<StockRow> recovered = new ArrayList<>();
        Set<SkuId> raised = new TreeSet<>(Comparator.comparing(SkuId::value));
        Set<SkuId> moved = new TreeSet<>(Comparator.comparing(SkuId::value));
        for (Balance balance : stock.all()) {
            StockRow before = balance.before();
            StockRow after = balance.after(now);
            if (after.equals(before)) {
                continue;
            }
            changed.add(after);
            if (before.shortSince() == null && after.shortSince() != null) {
                fellShort.add(after);
            } else if (before.shortSince() != null && after.shortSince() == null) {
                recovered.add(after);
            }
            if (after.available() > Math.max(0, before.available())) {
                raised.add(after.sku());
            }
            if (Math.max(0, after.available()) != Math.max(0, before.available())) {
                moved.add(after.sku());
            }
        }
        rows.write(merchant, changed);
        shortages.open(merchant, fellShort);
        shortages.close(merchant, recovered);
        if (!moved.isEmpty()) {
            news.publishEvent(new AvailabilityChanged(merchant, List.copyOf(moved)));
        }
        publish(merchant, raised);
    }

    /**
     * Tells of rows that were written set-wise.
     *
     * @param moved SKUs of which another number may be sold
     * @param awaited SKUs with more to sell than before that somebody waits for
     */
    void tell(MerchantId merchant, List<SkuId> moved, List<SkuId> awaited) {
        if (!moved.isEmpty()) {
            news.publishEvent(new AvailabilityChanged(merchant, inOrder(moved)));
        }
        publish(merchant, inOrder(awaited));
    }

    private static List<SkuId> inOrder(List<SkuId> skus) {
        return skus.stream()
                .distinct()
                .sorted(Comparator.comparing(SkuId::value))
                .toList();
    }

    private void publish(MerchantId merchant, Set<SkuId> raised) {
        publish(merchant, waiting.awaited(merchant, raised));
    }

    /**
     * Wakes demand that waits beside stock of the supplier: a line may have joined the queue in the moment in which
     * the last rise was served, and without this it would wait for the next one.
     */
    void wake(MerchantId merchant, SupplierId supplier) {
        publish(merchant, waiting.servable(merchant, supplier));
    }

    /** Wakes demand that waits beside stock, whoever has it: a store may have more of it than before. */
    void wakeBeside(MerchantId merchant) {
        publish(merchant, waiting.servable(merchant));
    }

    private void publish(MerchantId merchant, List<SkuId> awaited) {
        if (!awaited.isEmpty()) {
            news.publishEvent(new StockRaised(merchant, awaited));
        }
    }
}
