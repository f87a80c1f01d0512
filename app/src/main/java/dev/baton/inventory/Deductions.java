package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables stock_deduction and stock_release; written only under the locks of the offers' stock rows. */
@Component
final class Deductions {

    private final JdbcClient jdbc;

    Deductions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was done to a claim because of what: once. */
    record Key(UUID claim, UUID cause) {}

    /** One row of stock_deduction; {@code beyond} is 0 of one that is read back. */
    record Row(
            Key key,
            DeductionCause cause,
            OfferId offer,
            SupplierId supplier,
            int reported,
            int quantity,
            int beyond,
            Instant effectiveAt,
            @Nullable Instant coveredAt) {

        Row less(int units) {
            return new Row(key, cause, offer, supplier, reported, quantity - units, beyond, effectiveAt, coveredAt);
        }

        Row coveredAt(Instant now) {
            return new Row(key, cause, offer, supplier, reported, quantity, beyond, effectiveAt, now);
        }
    }

    Set<Key> known(MerchantId merchant, Collection<UUID> claims) {
        return new HashSet<>(jdbc.sql("""
                select claim_id, cause_id from stock_deduction
                where merchant_id = :merchant and claim_id = any(:claims::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("claims", SqlArrays.uuids(claims))
                .query((row, number) -> key(row))
                .list());
    }

    void insert(MerchantId merchant, List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into stock_deduction (merchant_id, claim_id, cause_id, cause, offer_id, supplier_id, reported,
                                             quantity, effective_at, covered_at, beyond, recorded_at)
                select :merchant, d.claim, d.cause_id, d.cause, d.offer, d.supplier, d.reported, d.quantity,
                       d.effective_at, d.covered_at, d.beyond, :now
                from unnest(:claims::uuid[], :causeIds::uuid[], :causes::text[], :offers::uuid[], :suppliers::uuid[],
                            :reported::int[], :quantities::int[], :effectiveAt::timestamptz[],
                            :coveredAt::timestamptz[], :beyond::int[])
                     as d (claim, cause_id, cause, offer, supplier, reported, quantity, effective_at, covered_at,
                           beyond)
                """)
                .param("merchant", merchant.value())
                .param(
                        "claims",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().claim()).toList()))
                .param(
                        "causeIds",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().cause()).toList()))
                .param(
                        "causes",
                        SqlArrays.texts(
                                rows.stream().map(row -> row.cause().name()).toList()))
                .param(
                        "offers",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.offer().value()).toList()))
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.supplier().value()).toList()))
                .param(
                        "reported",
                        SqlArrays.ints(rows.stream().mapToInt(Row::reported).toArray()))
                .param(
                        "quantities",
                        SqlArrays.ints(rows.stream().mapToInt(Row::quantity).toArray()))
                .param(
                        "effectiveAt",
                        SqlArrays.instants(rows.stream().map(Row::effectiveAt).toList()))
                .param(
                        "coveredAt",
                        SqlArrays.instants(rows.stream().map(Row::coveredAt).toList()))
                .param(
                        "beyond",
                        SqlArrays.ints(rows.stream().mapToInt(Row::beyond).toArray()))
                .param("now", SqlArrays.instant(now))
                .update();
    }

    /** Offers of a supplier with a deduction, up to that time, that no observation contains yet. */
    Set<OfferId> openOffers(MerchantId merchant, SupplierId supplier, Instant upTo, int limit) {
        return new HashSet<>(jdbc.sql("""
                select distinct offer_id from stock_deduction
                where merchant_id = :merchant and supplier_id = :supplier and covered_at is null
                  and effective_at <= :upTo
                order by offer_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("upTo", SqlArrays.instant(upTo))
                .param("limit", limit)
                .query((row, number) -> Columns.offer(row))
                .list());
    }

    /** Those of the offers with a deduction, up to that time, that no observation contains yet. */
    Set<OfferId> openAmong(MerchantId merchant, SupplierId supplier, Collection<OfferId> offers, Instant upTo) {
        return new HashSet<>(jdbc.sql("""
                select distinct offer_id from stock_deduction
                where merchant_id = :merchant and supplier_id = :supplier and offer_id = any(:offers::uuid[])
                  and covered_at is null and effective_at <= :upTo
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .param("upTo", SqlArrays.instant(upTo))
                .query((row, number) -> Columns.offer(row))
                .list());
    }

    /** The deductions of these offers that no observation contains yet. */
    List<Row> openOf(MerchantId merchant, Collection<SupplierId> suppliers, Collection<OfferId> offers) {
        return jdbc.sql("""
                select claim_id, cause_id, cause, offer_id, supplier_id, reported, quantity, effective_at, covered_at
                from stock_deduction
                where merchant_id = :merchant and supplier_id = any(:suppliers::uuid[])
                  and offer_id = any(:offers::uuid[]) and covered_at is null
                order by effective_at, claim_id, cause_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .param("offers", SqlArrays.uuids(Columns.ids(offers)))
                .query((row, number) -> read(row))
                .list();
    }

    void cover(MerchantId merchant, List<Row> rows, Instant now) {
        int covered = jdbc.sql("""
                update stock_deduction
                set covered_at = :now
                from unnest(:claims::uuid[], :causeIds::uuid[]) as d (claim, cause_id)
                where stock_deduction.merchant_id = :merchant and stock_deduction.claim_id = d.claim
                  and stock_deduction.cause_id = d.cause_id and stock_deduction.covered_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param(
                        "claims",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().claim()).toList()))
                .param(
                        "causeIds",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().cause()).toList()))
                .update();
        if (covered != rows.size()) {
            throw new IllegalStateException("covered " + covered + " of " + rows.size() + " open deductions");
        }
    }

    /** Writes smaller quantities: the supplier took the difference back. */
    void reduce(MerchantId merchant, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update stock_deduction
                set quantity = d.quantity
                from unnest(:claims::uuid[], :causeIds::uuid[], :quantities::int[]) as d (claim, cause_id, quantity)
                where stock_deduction.merchant_id = :merchant and stock_deduction.claim_id = d.claim
                  and stock_deduction.cause_id = d.cause_id and stock_deduction.covered_at is null
                """)
                .param("merchant", merchant.value())
                .param(
                        "claims",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().claim()).toList()))
                .param(
                        "causeIds",
                        SqlArrays.uuids(
                                rows.stream().map(row -> row.key().cause()).toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(rows.stream().mapToInt(Row::quantity).toArray()))
                .update();
    }

    Set<Key> released(MerchantId merchant, Collection<UUID> claims) {
        return new HashSet<>(jdbc.sql("""
                select claim_id, cause_id from stock_release
                where merchant_id = :merchant and claim_id = any(:claims::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("claims", SqlArrays.uuids(claims))
                .query((row, number) -> key(row))
                .list());
    }

    /**
     * Keeps the releases with the units really given back, 0 too: the cause was heard.
     *
     * @param freed what each takes off its claim's uncovered
     */
    void insertReleases(MerchantId merchant, List<ClaimRelease> releases, int[] freed, Instant now) {
        if (releases.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into stock_release (merchant_id, claim_id, cause_id, quantity, why, released_at, freed)
                select :merchant, r.claim, r.cause, r.quantity, r.why, :at, r.freed
                from unnest(:claims::uuid[], :causes::uuid[], :quantities::int[], :whys::text[], :freed::int[])
                     as r (claim, cause, quantity, why, freed)
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(now))
                .param(
                        "claims",
                        SqlArrays.uuids(
                                releases.stream().map(ClaimRelease::claimId).toList()))
                .param(
                        "causes",
                        SqlArrays.uuids(
                                releases.stream().map(ClaimRelease::cause).toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(releases.stream()
                                .mapToInt(ClaimRelease::quantity)
                                .toArray()))
                .param(
                        "whys",
                        SqlArrays.texts(releases.stream().map(ClaimRelease::why).toList()))
                .param("freed", SqlArrays.ints(freed))
                .update();
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getObject("claim_id", UUID.class), row.getObject("cause_id", UUID.class));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                key(row),
                DeductionCause.valueOf(row.getString("cause")),
                Columns.offer(row),
                Columns.supplier(row),
                row.getInt("reported"),
                row.getInt("quantity"),
                0,
                Columns.instantOf(row, "effective_at"),
                Columns.instant(row, "covered_at"));
    }
}
