package dev.baton.inventory;

import dev.baton.catalog.OffersChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells that other units than before may be sold of goods whose offers ended or go on, and has demand that waits for them
 * looked at anew. Runs inside the transaction of the news.
 */
@Component
class WatchOffers {

    private final StockChanges stock;
    private final WaitingRows waiting;

    WatchOffers(StockChanges stock, WaitingRows waiting) {
        this.stock = stock;
        this.waiting = waiting;
    }

    @EventListener
    void on(OffersChanged changed) {
        stock.tell(changed.merchant(), changed.skus(), waiting.awaited(changed.merchant(), changed.skus()));
    }
}
