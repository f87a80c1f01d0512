package dev.baton.orders;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.ExpectedStock;
import dev.baton.inventory.InventoryLookup;
import dev.baton.inventory.RecordExpectedStock;
import dev.baton.inventory.Waiting;
import dev.baton.inventory.WaitingSku;
import dev.baton.orders.Backorder.Expected;
import dev.baton.orders.Backorder.InLine;
import dev.baton.orders.Backorder.Promised;
import dev.baton.orders.Backorder.Source;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for stock, who is in which line, and until when. Every method opens or joins a transaction. */
@Component
public final class BackorderLookup {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final CatalogLookup catalog;
    private final Waiting waiting;
    private final Stock stock;
    private final ServedByHand byHand;
    private final Clock clock;

    BackorderLookup(
            Tenancy tenancy,
            JdbcClient jdbc,
            CatalogLookup catalog,
            Waiting waiting,
            Stock stock,
            ServedByHand byHand,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.waiting = waiting;
        this.stock = stock;
        this.byHand = byHand;
        this.clock = clock;
    }

    /** What there is and what is expected. */
    @Component
    record Stock(InventoryLookup now, RecordExpectedStock later) {}

    /** A page of the SKUs somebody waits for, after the given one (null = from the first), in the order of their ids. */
    public List<Backorder> page(MerchantId merchant, @Nullable SkuId after, int limit) {
        return tenancy.inTransaction(merchant, () -> {
            List<WaitingSku> page = waiting.page(merchant, after, limit);
            List<SkuId> skus = page.stream().map(WaitingSku::sku).toList();
            Map<SkuId, String> codes = catalog.codes(merchant, skus);
            Map<SkuId, Long> available = stock.now().available(merchant, skus);
            Map<SkuId, List<Expected>> expected = expected(merchant, skus);
            Set<SkuId> hand = byHand.among(merchant, skus);
            return page.stream()
                    .map(each -> new Backorder(
                            each.sku(),
                            codes.getOrDefault(each.sku(), ""),
                            each.units(),
                            each.lines(),
                            each.since(),
                            available.getOrDefault(each.sku(), 0L),
                            hand.contains(each.sku()),
                            expected.getOrDefault(each.sku(), List.of())))
                    .toList();
        });
    }

    /** How many SKUs somebody waits for. */
    public long count(MerchantId merchant) {
        return waiting.count(merchant);
    }

    /** The orders in line for a SKU, the oldest first, after the given line (null = from the first). */
    public List<InLine> line(MerchantId merchant, SkuId sku, @Nullable OrderLineId after, int limit) {
        return tenancy.inTransaction(merchant, () -> {
            List<Reach> reaches = reaches(
                    stock.now().explain(merchant, sku).available(),
                    expected(merchant, List.of(sku)).getOrDefault(sku, List.of()));
            UUID from = after == null ? ServeWaiting.FIRST : after.value();
            long[] position = {ahead(merchant, sku, from)};
            List<InLine> line = new ArrayList<>();
            jdbc.sql("""
                    select o.sales_order_id, o.number, o.store_order_name, o.received_at, l.line_id, l.title, l.waiting
                    from order_line l
                    join sales_order o on o.merchant_id = l.merchant_id and o.sales_order_id = l.sales_order_id
                    where l.merchant_id = :merchant and o.merchant_id = :merchant and l.sku_id = :sku and l.waiting > 0
                      and l.line_id > :after
                    order by l.line_id
                    limit :limit
                    """)
                    .param("merchant", merchant.value())
                    .param("sku", sku.value())
                    .param("after", from)
                    .param("limit", limit)
                    .query(row -> {
                        position[0] += row.getInt("waiting");
                        line.add(new InLine(
                                new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                                row.getString("number"),
                                row.getString("store_order_name"),
                                new OrderLineId(row.getObject("line_id", UUID.class)),
                                row.getString("title"),
                                row.getInt("waiting"),
                                position[0],
                                instant(row.getObject("received_at", OffsetDateTime.class)),
                                promised(reaches, position[0])));
                    });
            return line;
        });
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private long ahead(MerchantId merchant, SkuId sku, UUID upTo) {
        return jdbc.sql("""
                select coalesce(sum(waiting), 0) from order_line
                where merchant_id = :merchant and sku_id = :sku and waiting > 0 and line_id <= :upTo
                """)
                .param("merchant", merchant.value())
                .param("sku", sku.value())
                .param("upTo", upTo)
                .query(Long.class)
                .single();
    }

    /** Up to which unit of the line a day's stock reaches. */
    private record Reach(long upTo, Promised promised) {}

    private List<Reach> reaches(long available, List<Expected> expected) {
        List<Reach> reaches = new ArrayList<>();
        long upTo = available;
        if (available > 0) {
            reaches.add(new Reach(upTo, new Promised(today(), Source.STOCK, null)));
        }
        for (Expected each : expected) {
            @Nullable Integer quantity = each.quantity();
            upTo = quantity == null ? Long.MAX_VALUE : upTo + quantity;
            reaches.add(new Reach(upTo, new Promised(each.on(), each.source(), each.supplier())));
            if (quantity == null) {
                break;
            }
        }
        return reaches;
    }

    private static @Nullable Promised promised(List<Reach> reaches, long position) {
        for (Reach reach : reaches) {
            if (position <= reach.upTo()) {
                return reach.promised();
            }
        }
        return null;
    }

    private Map<SkuId, List<Expected>> expected(MerchantId merchant, Collection<SkuId> skus) {
        Map<OfferId, Offer> offers = new HashMap<>();
        catalog.offersOf(merchant, skus).values().forEach(each -> each.forEach(offer -> offers.put(offer.id(), offer)));
        Map<SkuId, List<Expected>> expected = new HashMap<>();
        stock.later().expected(merchant, offers.keySet(), today()).forEach((id, all) -> {
            Offer offer = offers.get(id);
            if (offer != null) {
                all.forEach(each -> expected.computeIfAbsent(offer.sku(), none -> new ArrayList<>())
                        .add(new Expected(each.expectedOn(), each.quantity(), source(each), offer.supplier(), id)));
            }
        });
        expected.values().forEach(each -> each.sort(Comparator.comparing(Expected::on)));
        return expected;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Source source(ExpectedStock expected) {
        return switch (expected.source()) {
            case SUPPLIER -> Source.SUPPLIER;
            case MERCHANT -> Source.MERCHANT;
        };
    }
}
