package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the table offer says of the end of offers. */
@Component
final class OfferEnds {

    private final JdbcClient jdbc;

    OfferEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An offer whose row is locked; {@code end} null = it goes on. */
    record Row(
            OfferId offer,
            SkuId sku,
            SupplierId supplier,
            @Nullable OfferEnd end) {

        boolean ended() {
            return end != null && end.ended();
        }
    }

    /** Those of these offers that exist, locked in the order of their ids. */
    List<Row> lock(MerchantId merchant, Collection<OfferId> offers) {
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, ends_at, ended from offer
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                order by merchant_id, offer_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query((row, number) -> read(row))
                .list();
    }

    /** Some offers whose end has come but is not written yet, locked in the order of their ids. */
    List<Row> lockDue(MerchantId merchant, Instant now, int limit) {
        return jdbc.sql("""
                select offer_id, sku_id, supplier_id, ends_at, ended from offer
                where merchant_id = :merchant and ends_at <= :now and not ended
                order by merchant_id, offer_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Writes the end of offers that are locked; null = they go on. */
    void write(MerchantId merchant, Collection<OfferId> offers, @Nullable OfferEnd end) {
        jdbc.sql("""
                update offer set ends_at = :at, ended = :ended
                where merchant_id = :merchant and offer_id = any(:offers::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .param("at", SqlArrays.instant(end == null ? null : end.at()))
                .param("ended", end != null && end.ended())
                .update();
    }

    /** The ends that are said, by offer; without a lock. */
    Map<OfferId, OfferEnd> of(MerchantId merchant, Collection<OfferId> offers) {
        Map<OfferId, OfferEnd> ends = new HashMap<>();
        if (offers.isEmpty()) {
            return ends;
        }
        jdbc.sql("""
                select offer_id, sku_id, supplier_id, ends_at, ended from offer
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and ends_at is not null
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query(row -> {
                    Row found = read(row);
                    if (found.end() != null) {
                        ends.put(found.offer(), found.end());
                    }
                });
        return ends;
    }

    private static Row read(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("ends_at");
        return new Row(
                new OfferId(row.getObject("offer_id", UUID.class)),
                new SkuId(row.getObject("sku_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                at == null ? null : new OfferEnd(at.toInstant(), row.getBoolean("ended")));
    }
}
