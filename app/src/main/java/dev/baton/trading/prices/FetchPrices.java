package dev.baton.trading.prices;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.trading.sources.FetchFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at the sources of price lists again and again and takes what is new. */
@Component
class FetchPrices implements WorkHandler {

    /** Its subject is the price list. */
    static final String KIND = "trading.price-fetch.poll";

    static final String UNREACHABLE = "trading.price-list-source";

    private final Tenancy tenancy;
    private final PriceLists lists;
    private final FetchFiles fetch;
    private final ReceivePriceFile receive;
    private final Work work;

    FetchPrices(Tenancy tenancy, PriceLists lists, FetchFiles fetch, ReceivePriceFile receive, Work work) {
        this.tenancy = tenancy;
        this.lists = lists;
        this.fetch = fetch;
        this.receive = receive;
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return FetchFiles.LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            Optional<PriceListView> list =
                    tenancy.inTransaction(merchant, () -> lists.any(merchant, new PriceListId(item.subject())));
            if (list.isEmpty()) {
                tenancy.run(merchant, () -> work.finish(merchant, List.of(item)));
            } else {
                fetch.look(merchant, job(merchant, list.get()), item);
            }
        }
    }

    private FetchFiles.Job job(MerchantId merchant, PriceListView list) {
        return new FetchFiles.Job(
                list.id().value(),
                list.retired() ? null : list.definition().fetched(),
                (name, mediaType, bytes) -> receive.receive(
                        merchant,
                        new ReceivePriceFile.Incoming(list.code(), name, mediaType, null, false, null),
                        bytes),
                reason -> unreachable(list, reason));
    }

    private static NewTask unreachable(PriceListView list, String reason) {
        return new NewTask(
                UNREACHABLE,
                "price_list",
                list.id().value(),
                "The source of the price list " + list.code() + " does not let us in",
                "It says: " + reason
                        + ". No new costs come until that is mended; if nothing is done, the costs from before go on. Ask"
                        + " the supplier whether the address, the sign-in or the host key has changed, and define the price"
                        + " list anew; the task closes by itself when the source answers.");
    }
}
