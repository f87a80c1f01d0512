package dev.baton.inventory;

import dev.baton.catalog.OffersChanged;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notes in the stock of offers that they ended or go on, which waits for whoever plans on it, tells that other units than
 * before may be sold of their goods, and has demand that waits for them looked at anew. Runs inside the transaction of
 * the news.
 */
@Component
class WatchOffers {

    private final StockRows rows;
    private final StockChanges stock;
    private final WaitingRows waiting;

    WatchOffers(StockRows rows, StockChanges stock, WaitingRows waiting) {
        this.rows = rows;
        this.stock = stock;
        this.waiting = waiting;
    }

    @EventListener
    void on(OffersChanged changed) {
        List<OffersChanged.Change> ended =
                changed.changes().stream().filter(OffersChanged.Change::ended).toList();
        // also of an offer nobody planned on yet: whoever does so first must find that it has ended
        rows.insertMissing(
                changed.merchant(),
                ended.stream()
                        .map(each -> new UnseenOffer(each.offer(), each.sku(), each.supplier()))
                        .toList());
        rows.lock(
                changed.merchant(),
                changed.changes().stream().map(OffersChanged.Change::offer).toList());
        rows.end(
                changed.merchant(),
                ended.stream().map(OffersChanged.Change::offer).toList(),
                true);
        rows.end(
                changed.merchant(),
                changed.changes().stream()
                        .filter(each -> !each.ended())
                        .map(OffersChanged.Change::offer)
                        .toList(),
                false);
        stock.tell(changed.merchant(), changed.skus(), waiting.awaited(changed.merchant(), changed.skus()));
    }
}
