package dev.baton.trading.feeds;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import dev.baton.trading.feeds.FeedView.Freshness;
import dev.baton.trading.sources.SourceState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables feed and feed_version. Every method needs an open transaction. */
@Component
final class Feeds {

    private final JdbcClient jdbc;

    Feeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the feed when the code is new; true when it was. */
    boolean insert(MerchantId merchant, FeedId id, SupplierId supplier, String code, Instant now) {
        return jdbc.sql("""
                insert into feed (merchant_id, feed_id, supplier_id, code, version, begun_at, freshness)
                values (:merchant, :feed, :supplier, :code, 1, :now, 'FRESH')
                on conflict (merchant_id, code) do nothing
                """)
                        .param("merchant", merchant.value())
                        .param("feed", id.value())
                        .param("supplier", supplier.value())
                        .param("code", code)
                        .param("now", SqlArrays.instant(now))
                        .update()
                == 1;
    }

    void insertVersion(MerchantId merchant, FeedId id, int version, FeedDefinition definition, Instant now) {
        jdbc.sql("""
                insert into feed_version (merchant_id, feed_id, version, definition, defined_at)
                values (:merchant, :feed, :version, :definition::jsonb, :now)
                """)
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .param("version", version)
                .param("definition", StoredDefinition.write(definition))
                .param("now", SqlArrays.instant(now))
                .update();
    }

    void define(MerchantId merchant, FeedId id, int version, boolean sameSource, Instant now) {
        jdbc.sql("""
                update feed
                set version = :version, retired_at = null,
                    begun_at = case when :same and retired_at is null then begun_at else :now end
                where merchant_id = :merchant and feed_id = :feed
                """)
                .param("version", version)
                .param("same", sameSource)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    void rename(MerchantId merchant, FeedId id, String code) {
        jdbc.sql("update feed set code = :code where merchant_id = :merchant and feed_id = :feed")
                .param("code", code)
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    void retire(MerchantId merchant, FeedId id, Instant now) {
        jdbc.sql("update feed set retired_at = :now where merchant_id = :merchant and feed_id = :feed")
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    /** The feed of that code, retired or not, locked. */
    Optional<FeedView> lock(MerchantId merchant, String code) {
        return jdbc.sql("""
                select f.feed_id, f.supplier_id, f.code, f.version, v.definition, f.freshness, f.begun_at,
                       f.last_good_at, f.retired_at, s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from feed f
                join feed_version v on v.merchant_id = f.merchant_id and v.feed_id = f.feed_id
                  and v.version = f.version
                left join file_source s on s.merchant_id = f.merchant_id and s.source_id = f.feed_id
                where f.merchant_id = :merchant and f.code = :code
                for no key update of f
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The feed of that code, unless it is retired. */
    Optional<FeedView> find(MerchantId merchant, String code) {
        return jdbc.sql("""
                select f.feed_id, f.supplier_id, f.code, f.version, v.definition, f.freshness, f.begun_at,
                       f.last_good_at, f.retired_at, s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from feed f
                join feed_version v on v.merchant_id = f.merchant_id and v.feed_id = f.feed_id
                  and v.version = f.version
                left join file_source s on s.merchant_id = f.merchant_id and s.source_id = f.feed_id
                where f.merchant_id = :merchant and f.code = :code and f.retired_at is null
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> read(row))
                .optional();
    }

    /** The feed, retired or not. */
    Optional<FeedView> any(MerchantId merchant, FeedId id) {
        return jdbc.sql("""
                select f.feed_id, f.supplier_id, f.code, f.version, v.definition, f.freshness, f.begun_at,
                       f.last_good_at, f.retired_at, s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from feed f
                join feed_version v on v.merchant_id = f.merchant_id and v.feed_id = f.feed_id
                  and v.version = f.version
                left join file_source s on s.merchant_id = f.merchant_id and s.source_id = f.feed_id
                where f.merchant_id = :merchant and f.feed_id = :feed
                """)
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Feeds behind a code ("" = from the first), in the order of their codes. */
    List<FeedView> page(MerchantId merchant, String after, int limit) {
        return jdbc.sql("""
                select f.feed_id, f.supplier_id, f.code, f.version, v.definition, f.freshness, f.begun_at,
                       f.last_good_at, f.retired_at, s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from feed f
                join feed_version v on v.merchant_id = f.merchant_id and v.feed_id = f.feed_id
                  and v.version = f.version
                left join file_source s on s.merchant_id = f.merchant_id and s.source_id = f.feed_id
                where f.merchant_id = :merchant and f.code > :after and f.retired_at is null
                order by f.code
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The feed by which the supplier's figures come that are sent to the API; one in use before one out of use. */
    Optional<FeedView> rest(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select f.feed_id, f.supplier_id, f.code, f.version, v.definition, f.freshness, f.begun_at,
                       f.last_good_at, f.retired_at, s.sealed_secret, s.checked_at, s.trouble, s.host_key
                from feed f
                join feed_version v on v.merchant_id = f.merchant_id and v.feed_id = f.feed_id
                  and v.version = f.version
                left join file_source s on s.merchant_id = f.merchant_id and s.source_id = f.feed_id
                where f.merchant_id = :merchant and f.supplier_id = :supplier
                  and v.definition -> 'definition' -> 'source' ->> 'kind' = 'REST'
                order by f.retired_at nulls first, f.code
                limit 1
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The definition a file was read by. */
    FeedDefinition definition(MerchantId merchant, FeedId id, int version) {
        return StoredDefinition.read(jdbc.sql("""
                select definition from feed_version
                where merchant_id = :merchant and feed_id = :feed and version = :version
                """)
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .param("version", version)
                .query(String.class)
                .single());
    }

    void freshness(MerchantId merchant, FeedId id, Freshness freshness) {
        jdbc.sql("""
                update feed set freshness = :freshness
                where merchant_id = :merchant and feed_id = :feed
                """)
                .param("freshness", freshness.name())
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    /** Its age counts from then on, unless from a later instant already. */
    void countFrom(MerchantId merchant, FeedId id, Instant at) {
        jdbc.sql("""
                update feed set begun_at = greatest(begun_at, :at)
                where merchant_id = :merchant and feed_id = :feed
                """)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    void good(MerchantId merchant, FeedId id, Instant receivedAt) {
        jdbc.sql("""
                update feed set last_good_at = greatest(last_good_at, :at)
                where merchant_id = :merchant and feed_id = :feed
                """)
                .param("at", SqlArrays.instant(receivedAt))
                .param("merchant", merchant.value())
                .param("feed", id.value())
                .update();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static FeedView read(ResultSet row) throws SQLException {
        SourceState source = SourceState.read(row);
        return new FeedView(
                new FeedId(row.getObject("feed_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("code"),
                row.getInt("version"),
                StoredDefinition.read(row.getString("definition")),
                source.hasSecret(),
                Freshness.valueOf(row.getString("freshness")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                instant(row, "last_good_at"),
                source.checkedAt(),
                source.trouble(),
                source.hostKey(),
                row.getObject("retired_at") != null);
    }
}
