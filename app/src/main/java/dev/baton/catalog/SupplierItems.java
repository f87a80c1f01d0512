package dev.baton.catalog;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table supplier_item. Every method needs an open transaction of the merchant. */
@Component
public class SupplierItems {

    private final JdbcClient jdbc;
    private final Ids ids;

    SupplierItems(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Items that are no offer yet, after the given one (null = from the first); null supplier = all. */
    public List<SupplierItem> list(
            MerchantId merchant, @Nullable SupplierId supplier, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select item_id, supplier_id, supplier_sku, ship_from, title, gtin, unit_cost_micros, currency,
                       price_breaks, pack_size, lead_time_days, since, weight_grams, minimum_quantity, run_id, row_number
                from supplier_item
                where merchant_id = :merchant and item_id > :after
                  and (:supplier::uuid is null or supplier_id = :supplier::uuid)
                order by item_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("supplier", supplier == null ? null : supplier.value())
                .param("limit", limit)
                .query(SupplierItems::read)
                .list();
    }

    private static SupplierItem read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new SupplierItem(
                row.getObject("item_id", UUID.class),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("supplier_sku"),
                row.getString("ship_from"),
                row.getString("title"),
                row.getString("gtin"),
                Cost.read(row),
                row.getInt("pack_size"),
                row.getInt("lead_time_days"),
                row.getTimestamp("since").toInstant(),
                row.getObject("weight_grams", Integer.class),
                row.getObject("minimum_quantity", Integer.class),
                ListedIn.read(row));
    }

    /** How many items are no offer yet; null supplier = of all. */
    public long count(MerchantId merchant, @Nullable SupplierId supplier) {
        return jdbc.sql("""
                select count(*) from supplier_item
                where merchant_id = :merchant and (:supplier::uuid is null or supplier_id = :supplier::uuid)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier == null ? null : supplier.value())
                .query(Long.class)
                .single();
    }

    /** Those of these that are there, in the order of their ids. */
    public List<SupplierItem> of(MerchantId merchant, Collection<UUID> items) {
        return jdbc.sql("""
                select item_id, supplier_id, supplier_sku, ship_from, title, gtin, unit_cost_micros, currency,
                       price_breaks, pack_size, lead_time_days, since, weight_grams, minimum_quantity, run_id, row_number
                from supplier_item
                where merchant_id = :merchant and item_id = any(:items::uuid[])
                order by item_id
                """)
                .param("merchant", merchant.value())
                .param("items", SqlArrays.uuids(items))
                .query(SupplierItems::read)
                .list();
    }

    /** Those of these that are there, locked in the order of their ids. */
    List<SupplierItem> lock(MerchantId merchant, Collection<UUID> items) {
        return jdbc.sql("""
                select item_id, supplier_id, supplier_sku, ship_from, title, gtin, unit_cost_micros, currency,
                       price_breaks, pack_size, lead_time_days, since, weight_grams, minimum_quantity, run_id, row_number
                from supplier_item
                where merchant_id = :merchant and item_id = any(:items::uuid[])
                order by merchant_id, item_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("items", SqlArrays.uuids(items))
                .query(SupplierItems::read)
                .list();
    }

    void delete(MerchantId merchant, Collection<UUID> items) {
        jdbc.sql("delete from supplier_item where merchant_id = :merchant and item_id = any(:items::uuid[])")
                .param("merchant", merchant.value())
                .param("items", SqlArrays.uuids(items))
                .update();
    }

    /** Brings the items to what the list says; rows in the order of their codes and places, none twice. */
    void put(
            MerchantId merchant,
            SupplierId supplier,
            List<PriceChecks.Usable> inOrder,
            PriceStatement stated,
            Instant now) {
        if (inOrder.isEmpty()) {
            return;
        }
        List<PriceRow> rows = Columns.of(inOrder, PriceChecks.Usable::row);
        jdbc.sql("""
                insert into supplier_item (merchant_id, item_id, supplier_id, supplier_sku, ship_from, title, gtin,
                                           unit_cost_micros, currency, price_breaks, pack_size, lead_time_days, since,
                                           weight_grams, minimum_quantity, listed_at, run_id, row_number)
                select :merchant, i.id, :supplier, i.supplier_sku, i.ship_from, i.title, i.gtin, i.cost, i.currency, i.breaks,
                       coalesce(i.pack, 1), coalesce(i.lead_time, 0), i.since, i.weight, i.least, :now, :run, i.number
                from unnest(:ids::uuid[], :supplierSkus::text[], :places::text[], :titles::text[], :gtins::text[],
                            :costs::bigint[], :currencies::text[], :breaks::text[], :packs::int[], :leadTimes::int[],
                            :since::timestamptz[], :weights::int[], :least::int[], :numbers::bigint[])
                     as i (id, supplier_sku, ship_from, title, gtin, cost, currency, breaks, pack, lead_time, since,
                           weight, least, number)
                on conflict (merchant_id, supplier_id, supplier_sku, ship_from) do update
                set title = excluded.title, gtin = coalesce(excluded.gtin, supplier_item.gtin),
                    unit_cost_micros = excluded.unit_cost_micros, currency = excluded.currency,
                    price_breaks = excluded.price_breaks, pack_size = excluded.pack_size, lead_time_days = excluded.lead_time_days, since = excluded.since,
                    weight_grams = coalesce(excluded.weight_grams, supplier_item.weight_grams),
                    minimum_quantity = coalesce(excluded.minimum_quantity, supplier_item.minimum_quantity),
                    listed_at = excluded.listed_at, run_id = excluded.run_id, row_number = excluded.row_number
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("now", SqlArrays.instant(now))
                .param("run", stated.run() == null ? null : stated.run().value(), Types.OTHER)
                .param(
                        "numbers",
                        SqlArrays.longs(Columns.<PriceChecks.Usable, @Nullable Long>of(
                                inOrder, row -> ListedIn.rowOf(stated.listed(row)))))
                .param("since", SqlArrays.instants(Columns.of(inOrder, PriceChecks.Usable::since)))
                .param("ids", SqlArrays.uuids(Columns.of(rows, row -> ids.next())))
                .param("supplierSkus", SqlArrays.texts(Columns.of(rows, PriceRow::supplierSku)))
                .param("places", SqlArrays.texts(Columns.of(rows, PriceRow::shipFrom)))
                .param(
                        "titles",
                        SqlArrays.texts(
                                Columns.of(rows, row -> Objects.requireNonNullElse(row.title(), row.supplierSku()))))
                .param(
                        "gtins",
                        SqlArrays.texts(Columns.<PriceRow, @Nullable String>of(rows, row -> Gtin.of(row.gtin()))))
                .param(
                        "costs",
                        SqlArrays.longs(Columns.of(rows, row -> row.cost().micros())))
                .param(
                        "currencies",
                        SqlArrays.texts(Columns.of(rows, row -> row.cost().currency())))
                .param("breaks", Columns.breaks(rows, row -> row.over(null)))
                .param("packs", SqlArrays.ints(Columns.<PriceRow, @Nullable Integer>of(rows, PriceRow::packSize)))
                .param(
                        "leadTimes",
                        SqlArrays.ints(Columns.<PriceRow, @Nullable Integer>of(rows, PriceRow::leadTimeDays)))
                .param("weights", SqlArrays.ints(Columns.<PriceRow, @Nullable Integer>of(rows, PriceRow::weightGrams)))
                .param(
                        "least",
                        SqlArrays.ints(Columns.<PriceRow, @Nullable Integer>of(rows, PriceRow::minimumQuantity)))
                .update();
    }
}
