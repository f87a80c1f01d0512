package dev.baton.orders;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostsChanged;
import dev.baton.catalog.OfferId;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.InParts;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks after orders when costs change: what is not sent and leaves too little now is held; what was held for its margin
 * and costs less now is planned again. Purchase orders that are sent keep their cost.
 */
@Component
class CheckMargins implements WorkHandler {

    static final String KIND = "orders.check-margins";

    private static final String QUEUE = "orders.margins";
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final InParts.Pause PAUSE = new InParts.Pause(Duration.ofSeconds(30), "more orders to look at");

    private final InParts parts;
    private final JdbcClient jdbc;
    private final MarginPage page;
    private final CatalogLookup catalog;
    private final ReleaseKnown release;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    CheckMargins(
            InParts parts, JdbcClient jdbc, MarginPage page, CatalogLookup catalog, Later later, IdsAndClock time) {
        this.parts = parts;
        this.jdbc = jdbc;
        this.page = page;
        this.catalog = catalog;
        this.release = later.release();
        this.work = later.work();
        this.ids = time.ids();
        this.clock = time.clock();
    }

    /** What goes on by itself afterwards. */
    @Component
    record Later(ReleaseKnown release, Work work) {}

    @EventListener
    void on(CostsChanged news) {
        UUID id = ids.next();
        Instant now = clock.instant();
        jdbc.sql("""
                insert into margin_check (merchant_id, check_id, raised, lowered, after_allocation, begun_at)
                values (:merchant, :id, :raised, :lowered, :after, :now)
                """)
                .param("merchant", news.merchant().value())
                .param("id", id)
                .param("raised", SqlArrays.uuids(Columns.of(news.raised(), OfferId::value)))
                .param("lowered", SqlArrays.uuids(Columns.of(news.lowered(), OfferId::value)))
                .param("after", MarginPage.first(now))
                .param("now", SqlArrays.instant(now))
                .update();
        work.add(news.merchant(), List.of(new NewWork(QUEUE, KIND, id, now, true)));
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
        return LEASE;
    }

    private record Row(List<OfferId> raised, List<OfferId> lowered, UUID after) {}

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            parts.run(merchant, leased, PAUSE, from -> next(merchant, leased) ? Boolean.TRUE : null);
        }
    }

    /** One page; false when it was the last one. */
    private boolean next(MerchantId merchant, LeasedWork leased) {
        Optional<Row> row = jdbc.sql("""
                select raised, lowered, after_allocation from margin_check
                where merchant_id = :merchant and check_id = :id and ended_at is null
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("id", leased.subject())
                .query((found, number) -> new Row(
                        offers((UUID[]) found.getArray("raised").getArray()),
                        offers((UUID[]) found.getArray("lowered").getArray()),
                        found.getObject("after_allocation", UUID.class)))
                .optional();
        if (row.isEmpty()) {
            return false;
        }
        UUID reached = page.hold(merchant, row.get().raised(), row.get().after());
        if (reached == null) {
            release(merchant, row.get().lowered());
        }
        jdbc.sql("""
                update margin_check set after_allocation = :after, ended_at = :ended
                where merchant_id = :merchant and check_id = :id
                """)
                .param("after", reached == null ? row.get().after() : reached)
                .param("ended", SqlArrays.instant(reached == null ? clock.instant() : null))
                .param("merchant", merchant.value())
                .param("id", leased.subject())
                .update();
        return reached != null;
    }

    private static List<OfferId> offers(UUID[] ids) {
        return Arrays.stream(ids).map(OfferId::new).toList();
    }

    private void release(MerchantId merchant, List<OfferId> lowered) {
        List<HeldBy.Goods> goods = catalog.codesOf(merchant, lowered).stream()
                .map(code -> new HeldBy.Goods(null, code))
                .toList();
        if (!goods.isEmpty()) {
            release.release(merchant, new HeldBy(EnumSet.of(HoldKind.MARGIN_FLOOR), goods), "a cost came down");
        }
    }
}
