package dev.baton.trading.prices;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.sources.SourceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables price_list and price_list_version. Every method needs an open transaction. */
@Component
final class PriceLists {

    private final JdbcClient jdbc;

    PriceLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the list when the code is new; true when it was. */
    boolean insert(MerchantId merchant, PriceListId id, SupplierId supplier, String code) {
        return jdbc.sql("""
                insert into price_list (merchant_id, list_id, supplier_id, code, version)
                values (:merchant, :list, :supplier, :code, 1)
                on conflict (merchant_id, code) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("list", id.value())
                        .param("supplier", supplier.value())
                        .param("code", code)
                        .update()
                == 1;
    }

    void insertVersion(MerchantId merchant, PriceListId id, int version, PriceListDefinition definition, Instant now) {
        jdbc.sql("""
                insert into price_list_version (merchant_id, list_id, version, definition, defined_at)
                values (:merchant, :list, :version, :definition::jsonb, :now)
                """)
                .param("merchant", merchant.value())
                .param("list", id.value())
                .param("version", version)
                .param("definition", StoredPriceList.write(definition))
                .param("now", SqlArrays.instant(now))
                .update();
    }

    /** The version that counts from now on; null at = in use. */
    void set(MerchantId merchant, PriceListId id, int version, @Nullable Instant retiredAt) {
        jdbc.sql("""
                update price_list set version = :version, retired_at = :retiredAt
                where merchant_id = :merchant and list_id = :list
                """)
                .param("version", version)
                .param("retiredAt", SqlArrays.instant(retiredAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("merchant", merchant.value())
                .param("list", id.value())
                .update();
    }

    /** The list of that code, retired or not, locked. */
    Optional<PriceListView> lock(MerchantId merchant, String code) {
        return jdbc.sql("""
                select l.list_id, l.supplier_id, l.code, l.version, v.definition, l.retired_at,
                       s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from price_list l
                join price_list_version v on v.merchant_id = l.merchant_id and v.list_id = l.list_id
                  and v.version = l.version
                left join file_source s on s.merchant_id = l.merchant_id and s.source_id = l.list_id
                where l.merchant_id = :merchant and l.code = :code
                for no key update of l
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The list of that code, unless it is retired. */
    Optional<PriceListView> find(MerchantId merchant, String code) {
        return jdbc.sql("""
                select l.list_id, l.supplier_id, l.code, l.version, v.definition, l.retired_at,
                       s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from price_list l
                join price_list_version v on v.merchant_id = l.merchant_id and v.list_id = l.list_id
                  and v.version = l.version
                left join file_source s on s.merchant_id = l.merchant_id and s.source_id = l.list_id
                where l.merchant_id = :merchant and l.code = :code and l.retired_at is null
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The list as it was when a file of it came, retired or not. */
    PriceListView version(MerchantId merchant, PriceListId id, int version) {
        return jdbc.sql("""
                select l.list_id, l.supplier_id, l.code, v.version, v.definition, l.retired_at,
                       s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from price_list l
                join price_list_version v on v.merchant_id = l.merchant_id and v.list_id = l.list_id
                  and v.version = :version
                left join file_source s on s.merchant_id = l.merchant_id and s.source_id = l.list_id
                where l.merchant_id = :merchant and l.list_id = :list
                """)
                .param("version", version)
                .param("merchant", merchant.value())
                .param("list", id.value())
                .query((row, number) -> read(row))
                .single();
    }

    /** The list, retired or not. */
    Optional<PriceListView> any(MerchantId merchant, PriceListId id) {
        return jdbc.sql("""
                select l.list_id, l.supplier_id, l.code, l.version, v.definition, l.retired_at,
                       s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from price_list l
                join price_list_version v on v.merchant_id = l.merchant_id and v.list_id = l.list_id
                  and v.version = l.version
                left join file_source s on s.merchant_id = l.merchant_id and s.source_id = l.list_id
                where l.merchant_id = :merchant and l.list_id = :list
                """)
                .param("merchant", merchant.value())
                .param("list", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Lists behind a code ("" = from the first), in the order of their codes. */
    List<PriceListView> page(MerchantId merchant, String after, int limit) {
        return jdbc.sql("""
                select l.list_id, l.supplier_id, l.code, l.version, v.definition, l.retired_at,
                       s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from price_list l
                join price_list_version v on v.merchant_id = l.merchant_id and v.list_id = l.list_id
                  and v.version = l.version
                left join file_source s on s.merchant_id = l.merchant_id and s.source_id = l.list_id
                where l.merchant_id = :merchant and l.code > :after and l.retired_at is null
                order by l.code
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static PriceListView read(ResultSet row) throws SQLException {
        return new PriceListView(
                new PriceListId(row.getObject("list_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("code"),
                row.getInt("version"),
                StoredPriceList.read(row.getString("definition")),
                SourceState.read(row),
                row.getObject("retired_at") != null);
    }
}
