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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A supplier's offers by its own item codes, for a great many codes at once and no more of each than tells it apart: what the
 * rows of a stock file are matched with. Needs an open transaction of the merchant.
 */
@Component
public final class OffersByCode {

    /** Offers there may be between the first and the last code, for each that is asked for. */
    private static final int SPARSEST = 5;

    private final JdbcClient jdbc;
    private final int many;

    /**
     * A reader.
     *
     * @param many from so many codes on it is worth while to see how close together they lie
     */
    OffersByCode(JdbcClient jdbc, @Value("${baton.catalog.codes-in-a-row-from:2000}") int many) {
        this.jdbc = jdbc;
        this.many = many;
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
        RowCallbackHandler taking =
                row -> found.computeIfAbsent(asked.get(row.getInt(1) - 1), none -> new ArrayList<>(1))
                        .add(new Found(
                                new OfferId(row.getObject(2, UUID.class)),
                                new SkuId(row.getObject(3, UUID.class)),
                                row.getString(4)));
        Range range = asked.size() < many ? null : range(merchant, supplier, asked);
        if (range == null) {
            lookUp(merchant, supplier, asked, taking);
        } else {
            walk(merchant, supplier, asked, range, taking);
        }
        return found;
    }

    /** The first and the last of many codes. */
    private record Range(String first, String last) {}

    /** Where many codes lie close together, as in a file in the order of its codes; null where they do not. */
    private @Nullable Range range(MerchantId merchant, SupplierId supplier, List<String> asked) {
        Range range = new Range(
                asked.stream().min(OffersByCode::asStored).orElseThrow(),
                asked.stream().max(OffersByCode::asStored).orElseThrow());
        int most = asked.size() * SPARSEST;
        int between = jdbc.sql("""
                select count(*) from (
                    select 1 from offer
                    where merchant_id = :merchant and supplier_id = :supplier
                      and supplier_sku >= :first and supplier_sku <= :last
                    limit :most) as near_by
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("first", range.first())
                .param("last", range.last())
                .param("most", most)
                .query(Integer.class)
                .single();
        return between < most ? range : null;
    }

    /** The order of the database, that of the letters' numbers: Java's own differs beyond the first 65,536 of them. */
    private static int asStored(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char left = one.charAt(i);
            char right = other.charAt(i);
            if (left != right) {
                return Character.isSurrogate(left) == Character.isSurrogate(right)
                        ? Character.compare(left, right)
                        : Character.isSurrogate(left) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** Reads the offers of a range in their order beside the codes: cheaper by far than to look up each. */
    private void walk(
            MerchantId merchant, SupplierId supplier, List<String> asked, Range range, RowCallbackHandler taking) {
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("""
                with asked as materialized (
                    select code, position from unnest(:codes::text[]) with ordinality as c (code, position))
                select a.position, o.offer_id, o.sku_id, o.ship_from
                from asked a
                join offer o on o.supplier_sku = a.code
                where o.merchant_id = :merchant and o.supplier_id = :supplier
                  and o.supplier_sku >= :first and o.supplier_sku <= :last
                """)
                .param("codes", SqlArrays.texts(asked))
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("first", range.first())
                .param("last", range.last())
                .query(taking);
        jdbc.sql("set local enable_nestloop = on").update();
    }

    /** Looks the codes up by index, one by one: left alone, the planner would read all offers of the merchant. */
    private void lookUp(MerchantId merchant, SupplierId supplier, List<String> asked, RowCallbackHandler taking) {
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
                .query(taking);
    }
}
