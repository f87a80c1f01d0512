package dev.baton.trading.feeds;

import dev.baton.inventory.StagedRunLookup;
import dev.baton.platform.MerchantId;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Has the supplier asked about a file that was set aside, once a file. Needs an open transaction. */
@Component
final class AskSupplier {

    private final FeedDesk desk;
    private final StagedRunLookup runs;
    private final ApplicationEventPublisher news;

    AskSupplier(FeedDesk desk, StagedRunLookup runs, ApplicationEventPublisher news) {
        this.desk = desk;
        this.runs = runs;
        this.news = news;
    }

    /** A file a person only wanted to see first is nobody else's matter. */
    void plan(MerchantId merchant, FeedFile file) {
        Optional.ofNullable(runs.runs(merchant, List.of(file.run())).get(file.run()))
                .filter(run -> run.state().equals("QUARANTINED"))
                .filter(run ->
                        desk.files().asked(merchant, file.id(), desk.clock().instant()))
                .ifPresent(run -> news.publishEvent(new StockFileDoubted(merchant, run.supplier(), file.id())));
    }
}
