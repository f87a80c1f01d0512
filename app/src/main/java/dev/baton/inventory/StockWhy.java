package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a SKU shows the figure it shows.
 *
 * @param at the moment asked for
 * @param published units a store may show; null of an earlier moment, for who waited then is not kept
 * @param steps add up to {@code published}, or of an earlier moment to what all offers had together
 */
public record StockWhy(SkuId sku, Instant at, @Nullable Long published, List<StockStep> steps, List<OfferWhy> offers) {

    public StockWhy {
        steps = List.copyOf(steps);
        offers = List.copyOf(offers);
    }
}
