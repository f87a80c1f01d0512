package dev.baton.orders;

import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table backorder_by_hand. Needs an open transaction. */
@Component
class ServedByHand {

    private final JdbcClient jdbc;
    private final Clock clock;

    ServedByHand(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those of the SKUs whose waiting orders a person serves. */
    Set<SkuId> among(MerchantId merchant, Collection<SkuId> skus) {
        if (skus.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                select sku_id from backorder_by_hand
                where merchant_id = :merchant and sku_id = any(:skus::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("skus", SqlArrays.uuids(skus.stream().map(SkuId::value).toList()))
                .query((row, number) -> new SkuId(row.getObject("sku_id", UUID.class)))
                .list());
    }

    /** False when it was so already. */
    boolean add(MerchantId merchant, SkuId sku) {
        return jdbc.sql("""
                insert into backorder_by_hand (merchant_id, sku_id, since) values (:merchant, :sku, :now)
                on conflict (merchant_id, sku_id) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("sku", sku.value())
                        .param("now", SqlArrays.instant(clock.instant()))
                        .update()
                == 1;
    }

    /** False when it was not so. */
    boolean remove(MerchantId merchant, SkuId sku) {
        return jdbc.sql("delete from backorder_by_hand where merchant_id = :merchant and sku_id = :sku")
                        .param("merchant", merchant.value())
                        .param("sku", sku.value())
                        .update()
                == 1;
    }

    /** Marks what waits of other SKUs and is served by hand, so that serving this one leaves it in its line. */
    void mark(MerchantId merchant, Collection<OrderState> states, SkuId served) {
        Set<SkuId> others = states.stream()
                .flatMap(state -> state.lines.stream())
                .filter(line -> line.in(Bucket.WAITING) > 0)
                .map(line -> line.skuId)
                .filter(Objects::nonNull)
                .filter(sku -> !sku.equals(served))
                .collect(Collectors.toSet());
        Set<SkuId> byHand = among(merchant, others);
        if (!byHand.isEmpty()) {
            states.forEach(state -> state.lines.forEach(line -> line.servedByHand = byHand.contains(line.skuId)));
        }
    }
}
