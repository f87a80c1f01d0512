package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the conversations with suppliers about many sales orders stand; needs an open transaction of the merchant. */
@Component
public final class PurchaseOrderMarks {

    private final JdbcClient jdbc;

    PurchaseOrderMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One purchase order, in short.
     *
     * @param respondBy when an answer is expected; null before sending
     * @param reminded whether the time agreed first has passed and the supplier was reminded
     */
    public record Mark(
            String number,
            PurchaseOrderStatus status,
            @Nullable Instant respondBy,
            boolean reminded) {}

    /** Those of the given sales orders, in the order they were issued; a sales order without any is absent. */
    public Map<SalesOrderId, List<Mark>> ofSalesOrders(MerchantId merchant, Collection<SalesOrderId> salesOrders) {
        Map<SalesOrderId, List<Mark>> marks = new HashMap<>();
        jdbc.sql("""
                select sales_order_id, number, status, respond_by, reminded_at is not null as reminded from purchase_order
                where merchant_id = :merchant and sales_order_id = any(:ids::uuid[])
                order by id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(
                                salesOrders.stream().map(SalesOrderId::value).toList()))
                .query(row -> {
                    OffsetDateTime respondBy = row.getObject("respond_by", OffsetDateTime.class);
                    marks.computeIfAbsent(
                                    new SalesOrderId(row.getObject("sales_order_id", UUID.class)),
                                    id -> new ArrayList<>())
                            .add(new Mark(
                                    row.getString("number"),
                                    PurchaseOrderStatus.valueOf(row.getString("status")),
                                    respondBy == null ? null : respondBy.toInstant(),
                                    row.getBoolean("reminded")));
                });
        return marks;
    }
}
