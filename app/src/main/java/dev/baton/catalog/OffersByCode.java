package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A supplier's offers by its own item codes, for a great many codes at once and no more of each than tells it apart: what the
 * rows of a stock file are matched with. Needs an open transaction of the merchant.
 */
@Component
public final class OffersByCode {

    private final JdbcClient jdbc;

    OffersByCode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An offer and the place it ships from. */
    public record Found(OfferId offer, SkuId sku, String shipFrom) {}

    /** The offers of these codes; a code nobody offers is left out. */
    public Map<String, List<Found>> find(MerchantId merchant, SupplierId supplier, Collection<String> codes) {
        List<String> asked = codes.stream().distinct().toList();
        Map<String, List<Found>> found = HashMap.newHashMap(asked.size());
        if (asked.isEmpty()) {
            return found;
        }
        // offset 0 keeps the look-up by index, code by code: the planner would read all offers of the merchant for each
        // piece
        jdbc.sql("""
                select c.position, o.offer_id, o.sku_id, o.ship_from
                from unnest(:codes::text[]) with ordinality as c (code, position)
                cross join lateral (
                    select offer_id, sku_id, ship_from from offer
                    where merchant_id = :merchant and supplier_id = :supplier and supplier_sku = c.code
                    offset 0) as o
                """)
                .param("codes", SqlArrays.texts(asked))
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(row -> {
                    found.computeIfAbsent(asked.get(row.getInt("position") - 1), none -> new ArrayList<>(1))
                            .add(new Found(
                                    new OfferId(row.getObject("offer_id", UUID.class)),
                                    new SkuId(row.getObject("sku_id", UUID.class)),
                                    row.getString("ship_from")));
                });
        return found;
    }
}
