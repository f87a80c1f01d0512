package dev.baton.channels;

import dev.baton.catalog.ListingGoods;
import dev.baton.catalog.MappingsChanged;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.AvailabilityChanged;
import dev.baton.inventory.StoreBuffersChanged;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView.LineView;
import dev.baton.orders.SalesOrderId;
import dev.baton.orders.UnitsCancelled;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.work.NewWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hears that something may be sold in another number and notes the SKUs, for merchants with a store whose stock is
 * kept; what the stores should show is worked out after commit. Rows are only ever added, so that no act waits for
 * another here.
 */
@Component
class AvailabilityTouches {

    /** The kind of work that works out what stores should show; its subject is the merchant. */
    static final String PLAN = "channels.availability-plan";

    static final String QUEUE = "availability";

    /** Changes within this time are worked out together. */
    private static final Duration GATHERED = Duration.ofSeconds(1);

    private final AvailabilitySwitches switches;
    private final OrderLookup orders;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Desk desk;

    AvailabilityTouches(AvailabilitySwitches switches, OrderLookup orders, JdbcClient jdbc, Ids ids, Desk desk) {
        this.switches = switches;
        this.orders = orders;
        this.jdbc = jdbc;
        this.ids = ids;
        this.desk = desk;
    }

    @EventListener
    void on(AvailabilityChanged news) {
        if (!news.skus().isEmpty() && !switches.kept(news.merchant()).isEmpty()) {
            insert(
                    news.merchant(),
                    news.skus().stream().map(SkuId::value).toList(),
                    nothing(news.skus().size()));
            plan(news.merchant());
        }
    }

    /** A store must leave more than before, or less. */
    @EventListener
    void on(StoreBuffersChanged news) {
        if (switches.kept(news.merchant()).isEmpty()) {
            return;
        }
        SkuId only = news.sku();
        if (only == null) {
            switches.planned(news.merchant(), news.store(), ListingGoods.Place.START.variantId());
        } else {
            insert(news.merchant(), List.of(only.value()), nothing(1));
        }
        plan(news.merchant());
    }

    /** A listing stands for other goods than before. */
    @EventListener
    void on(MappingsChanged news) {
        if (!switches.kept(news.merchant()).isEmpty()) {
            touch(news.merchant(), news.storeSkus());
        }
    }

    /** Units that a hold kept from being promised are for sale again, though no stock moved. */
    @EventListener
    void on(UnitsCancelled news) {
        if (switches.kept(news.merchant()).isEmpty()) {
            return;
        }
        Set<String> codes = new LinkedHashSet<>();
        for (SalesOrderId order : news.orders()) {
            orders.find(news.merchant(), order)
                    .ifPresent(view -> view.lines().stream()
                            .map(LineView::sku)
                            .filter(Objects::nonNull)
                            .forEach(codes::add));
        }
        if (!codes.isEmpty()) {
            touch(news.merchant(), codes);
        }
    }

    /** Orders for SKUs of these codes came or changed. Needs an open transaction. */
    void touch(MerchantId merchant, Collection<String> skuCodes) {
        insert(merchant, nothing(skuCodes.size()), List.copyOf(skuCodes));
        plan(merchant);
    }

    /** What the stores of the merchant should show is to be worked out. Needs an open transaction. */
    void plan(MerchantId merchant) {
        desk.work()
                .add(
                        merchant,
                        List.of(new NewWork(
                                QUEUE,
                                PLAN,
                                merchant.value(),
                                desk.clock().instant().plus(GATHERED),
                                false)));
    }

    private static <T> List<@Nullable T> nothing(int count) {
        List<@Nullable T> nulls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            nulls.add(null);
        }
        return nulls;
    }

    private void insert(
            MerchantId merchant, List<? extends @Nullable UUID> skus, List<? extends @Nullable String> codes) {
        jdbc.sql("""
                insert into availability_touch (merchant_id, touch_id, sku_id, sku_code)
                select :merchant, t.id, t.sku, t.code
                from unnest(:ids::uuid[], :skus::uuid[], :codes::text[]) as t (id, sku, code)
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(skus.stream().map(each -> ids.next()).toList()))
                .param("skus", SqlArrays.uuids(skus))
                .param("codes", SqlArrays.texts(codes))
                .update();
    }

    /** SKUs that were touched. */
    record Touched(List<SkuId> skus, List<String> codes) {

        boolean isEmpty() {
            return skus.isEmpty() && codes.isEmpty();
        }
    }

    /** Takes some of what was noted; needs an open transaction. */
    Touched take(MerchantId merchant, int limit) {
        List<SkuId> skus = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        jdbc.sql("""
                delete from availability_touch
                where merchant_id = :merchant and touch_id = any(array(
                    select touch_id from availability_touch where merchant_id = :merchant
                    order by touch_id limit :limit))
                returning sku_id, sku_code
                """).param("merchant", merchant.value()).param("limit", limit).query(row -> {
            UUID sku = row.getObject("sku_id", UUID.class);
            if (sku == null) {
                codes.add(row.getString("sku_code"));
            } else {
                skus.add(new SkuId(sku));
            }
        });
        return new Touched(
                skus.stream().distinct().toList(), codes.stream().distinct().toList());
    }
}
