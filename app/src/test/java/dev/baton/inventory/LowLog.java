package dev.baton.inventory;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears of all tests what runs low. */
@Component
class LowLog {

    private final List<StockRunsLow> heard = new CopyOnWriteArrayList<>();

    @EventListener
    void on(StockRunsLow low) {
        heard.add(low);
    }

    List<Set<SupplierId>> heard(MerchantId merchant) {
        return heard.stream()
                .filter(each -> each.merchant().equals(merchant))
                .map(StockRunsLow::suppliers)
                .toList();
    }
}
