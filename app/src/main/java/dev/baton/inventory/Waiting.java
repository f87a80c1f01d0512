package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Demand without a supplier. What is published for sale is lowered by it, a new order for such a SKU queues behind
 * it, and {@link StockRaised} tells when it may be served; {@link AvailabilityChanged} is published. Every method opens or joins a transaction.
 */
@Component
public final class Waiting {

    private final Tenancy tenancy;
    private final WaitingRows rows;
    private final StockBuffers buffers;
    private final ApplicationEventPublisher news;

    Waiting(Tenancy tenancy, WaitingRows rows, StockBuffers buffers, ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.buffers = buffers;
        this.news = news;
    }

    /** Lets lines wait; a line that waits for the SKU already keeps its place and gets the quantity stated now. */
    public void add(MerchantId merchant, List<WaitingLine> lines) {
        if (!lines.isEmpty()) {
            tenancy.run(merchant, () -> {
                rows.put(merchant, lines);
                news.publishEvent(new AvailabilityChanged(
                        merchant,
                        lines.stream().map(WaitingLine::sku).distinct().toList()));
            });
        }
    }

    /**
     * Takes lines out, because they were served or are no longer wanted; answers how many waited. A served part
     * is taken by {@link #add} with the quantity that still waits.
     */
    public int take(MerchantId merchant, SkuId sku, Collection<UUID> orderLines) {
        if (orderLines.isEmpty()) {
            return 0;
        }
        return tenancy.inTransaction(merchant, () -> {
            int taken = rows.remove(merchant, sku, orderLines);
            if (taken > 0) {
                news.publishEvent(new AvailabilityChanged(merchant, List.of(sku)));
            }
            return taken;
        });
    }

    /**
     * Has these SKUs served once the transaction ends, where a store must leave units of one: what joins the queue may
     * have what another that waits must leave.
     */
    public void wakeReserved(MerchantId merchant, Collection<SkuId> skus) {
        tenancy.run(merchant, () -> {
            if (buffers.anyLeft(merchant, skus)) {
                news.publishEvent(new StockRaised(merchant, List.copyOf(skus)));
            }
        });
    }

    /** Units that wait, by SKU; one nobody waits for is left out. */
    public Map<SkuId, Long> of(MerchantId merchant, Collection<SkuId> skus) {
        return tenancy.inTransaction(merchant, () -> rows.units(merchant, skus));
    }

    /** The lines that wait for a SKU, the oldest first. */
    public List<WaitingLine> oldest(MerchantId merchant, SkuId sku, int limit) {
        return tenancy.inTransaction(merchant, () -> rows.oldest(merchant, sku, limit));
    }

    /** A page of the SKUs somebody waits for, after the given one (null = from the first), in the order of their ids. */
    public List<WaitingSku> page(MerchantId merchant, @Nullable SkuId after, int limit) {
        return tenancy.inTransaction(merchant, () -> rows.page(merchant, after, limit));
    }

    /** How many SKUs somebody waits for. */
    public long count(MerchantId merchant) {
        return tenancy.inTransaction(merchant, () -> rows.count(merchant));
    }
}
