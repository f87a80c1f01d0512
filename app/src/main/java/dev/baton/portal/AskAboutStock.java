package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.feeds.StockFileDoubted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails the supplier the question whether a stock file that was set aside is right. */
@Component
class AskAboutStock {

    /** By then the next files have come, or the feed is stale. */
    private static final Duration USEFUL = Duration.ofDays(7);

    private final SupplierLookup suppliers;
    private final PublicUrl publicUrl;
    private final Letters letters;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    AskAboutStock(SupplierLookup suppliers, PublicUrl publicUrl, Letters letters, Work work, Ids ids, Clock clock) {
        this.suppliers = suppliers;
        this.publicUrl = publicUrl;
        this.letters = letters;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Without a mail address, or a public address, nobody is asked: the merchant's own task says what to do. */
    @EventListener
    void on(StockFileDoubted doubted) {
        @Nullable
        SupplierTerms supplier =
                suppliers.terms(doubted.merchant(), List.of(doubted.supplier())).get(doubted.supplier());
        if (supplier == null || supplier.mail() == null || !publicUrl.isKnown()) {
            return;
        }
        Instant now = clock.instant();
        Letters.Row row = new Letters.Row(
                ids.next(),
                Letters.Kind.STOCK_FILE,
                doubted.supplier(),
                null,
                null,
                doubted.file(),
                now,
                now.plus(USEFUL));
        letters.insert(doubted.merchant(), row);
        work.add(doubted.merchant(), List.of(SendLetters.work(row.id(), now)));
    }
}
