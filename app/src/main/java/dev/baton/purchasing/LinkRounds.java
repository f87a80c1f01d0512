package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of links that were taken back; every method needs an open transaction of the merchant. */
@Component
class LinkRounds {

    /**
     * Where the links of a purchase order stand.
     *
     * @param number how often they were taken back
     * @param takenBackAt when last; null = never
     */
    record Round(int number, @Nullable Instant takenBackAt) {}

    private final JdbcClient jdbc;

    LinkRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Round of(MerchantId merchant, PurchaseOrderId id) {
        Optional<Round> taken = jdbc.sql("""
                select round, taken_back_at from purchase_order_link
                where merchant_id = :merchant and purchase_order_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .query((row, number) -> new Round(
                        row.getInt("round"),
                        row.getObject("taken_back_at", OffsetDateTime.class).toInstant()))
                .optional();
        return taken.orElse(new Round(0, null));
    }

    /** How often the links of each were taken back; those of which never are absent. */
    Map<PurchaseOrderId, Integer> numbers(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<PurchaseOrderId, Integer> numbers = new HashMap<>();
        jdbc.sql("""
                select purchase_order_id, round from purchase_order_link
                where merchant_id = :merchant and purchase_order_id = any(:ids::uuid[])
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(ids.stream().map(PurchaseOrderId::value).toList()))
                .query(row -> {
                    numbers.put(
                            new PurchaseOrderId(row.getObject("purchase_order_id", UUID.class)), row.getInt("round"));
                });
        return numbers;
    }

    /** Begins the round after the given one; false when it is begun already. */
    boolean next(MerchantId merchant, PurchaseOrderId id, int after, Instant at) {
        return (after == 0 ? first(merchant, id, at) : later(merchant, id, after, at)) == 1;
    }

    private int first(MerchantId merchant, PurchaseOrderId id, Instant at) {
        return jdbc.sql("""
                insert into purchase_order_link (merchant_id, purchase_order_id, round, taken_back_at)
                values (:merchant, :id, 1, :at)
                on conflict (merchant_id, purchase_order_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .param("at", SqlArrays.instant(at))
                .update();
    }

    private int later(MerchantId merchant, PurchaseOrderId id, int after, Instant at) {
        return jdbc.sql("""
                update purchase_order_link set round = round + 1, taken_back_at = :at
                where merchant_id = :merchant and purchase_order_id = :id and round = :after
                """)
                .param("merchant", merchant.value())
                .param("id", id.value())
                .param("after", after)
                .param("at", SqlArrays.instant(at))
                .update();
    }
}
