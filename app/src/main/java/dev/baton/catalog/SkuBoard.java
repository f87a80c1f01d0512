package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is sold, page by page in the order of its codes. Every method opens or joins a transaction. */
@Component
public final class SkuBoard {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    SkuBoard(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** One thing that is sold; {@code bundle} = it is made of others and has no stock of its own. */
    public record Row(SkuId id, String code, String title, boolean bundle) {}

    /** How many goods that have to be shipped nobody offers; what their list counts. */
    public long unoffered(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                        select count(*) from sku s
                        where s.merchant_id = :merchant and not s.bundle and s.requires_shipping
                          and not exists (select 1 from offer o
                                          where o.merchant_id = :merchant and o.sku_id = s.sku_id and not o.ended)
                        """)
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single());
    }

    /**
     * A page of goods.
     *
     * @param beginning what the code begins with, case as it stands; empty = any
     * @param after the code before the page; null = from the first
     */
    public List<Row> page(MerchantId merchant, String beginning, @Nullable String after, int limit) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                        select sku_id, code, title, bundle from sku
                        where merchant_id = :merchant and code >= :beginning and starts_with(code, :beginning)
                          and code > :after
                        order by code
                        limit :limit
                        """)
                        .param("merchant", merchant.value())
                        .param("beginning", beginning)
                        .param("after", after == null ? "" : after)
                        .param("limit", limit)
                        .query((row, number) -> new Row(
                                new SkuId(row.getObject("sku_id", UUID.class)),
                                row.getString("code"),
                                row.getString("title"),
                                row.getBoolean("bundle")))
                        .list());
    }
}
