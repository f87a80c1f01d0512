package dev.baton.portal;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.RecordLeadTimes;
import dev.baton.catalog.SupplierOffer;
import dev.baton.catalog.SupplierOffers;
import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.NewFeedRun;
import dev.baton.inventory.SupplierStock;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes what a supplier says on its page as an observation run, by the same act as its feeds, once a form. */
@Component
class CheckInStock {

    /** Items of one page. */
    static final int PAGE = 40;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierOffers offers;
    private final SupplierStock stock;
    private final ApplyFeed feeds;
    private final RecordLeadTimes leadTimes;
    private final Forgetting forgetting;
    private final Clock clock;

    CheckInStock(
            Tenancy tenancy,
            JdbcClient jdbc,
            SupplierOffers offers,
            SupplierStock stock,
            ApplyFeed feeds,
            RecordLeadTimes leadTimes,
            Forgetting forgetting,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.offers = offers;
        this.stock = stock;
        this.feeds = feeds;
        this.leadTimes = leadTimes;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /**
     * A page of items with what was said of them last.
     *
     * @param more whether there are others behind them
     */
    record Page(List<SupplierOffer> offers, Map<OfferId, SupplierStock.Said> said, boolean more) {}

    /** The items behind the given one (null = from the first). Opens or joins a transaction. */
    Page page(MerchantId merchant, SupplierId supplier, @Nullable OfferId after) {
        return tenancy.inTransaction(merchant, () -> {
            List<SupplierOffer> oneTooMany = offers.page(merchant, supplier, after, PAGE + 1);
            List<SupplierOffer> page = oneTooMany.subList(0, Math.min(PAGE, oneTooMany.size()));
            return new Page(
                    page,
                    stock.said(
                            merchant,
                            supplier,
                            page.stream().map(SupplierOffer::offer).toList()),
                    oneTooMany.size() > PAGE);
        });
    }

    /** Takes the figures, of the moment the form came; a form that was taken before changes nothing. */
    void take(MerchantId merchant, SupplierId supplier, String once, CheckInForm.Said said) {
        tenancy.run(merchant, () -> {
            if (!isFirst(merchant, supplier, once)) {
                return;
            }
            leadTimes.record(merchant, supplier, said.leadTimes());
            if (said.rows().isEmpty()) {
                return;
            }
            feeds.apply(merchant, new NewFeedRun(supplier, FeedMode.DELTA, clock.instant(), null, said.rows()));
            stock.drop(merchant, supplier, said.dropped());
        });
    }

    private boolean isFirst(MerchantId merchant, SupplierId supplier, String once) {
        forgetting.begin(merchant);
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into portal_check (merchant_id, supplier_id, once, at) values (:merchant, :supplier, :once, :at)
                on conflict (merchant_id, supplier_id, once) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .param("once", once)
                        .param("at", SqlArrays.instant(now))
                        .update()
                == 1;
    }
}
