package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table stock_claim. A claim is changed only under the lock of its offer's stock row. */
@Component
final class Claims {

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a claim stands; both never change. */
    record Place(OfferId offer, SupplierId supplier) {}

    void insert(MerchantId merchant, List<NewClaim> claims, Instant now) {
        jdbc.sql("""
                insert into stock_claim (merchant_id, claim_id, offer_id, sku_id, order_line_id, quantity, released,
                                         sent, acknowledged, shipped, deducted, uncovered, claimed_at)
                select :merchant, c.id, c.offer, c.sku, c.line, c.quantity, 0, 0, 0, 0, 0, c.quantity, :at
                from unnest(:ids::uuid[], :offers::uuid[], :skus::uuid[], :lines::uuid[], :quantities::int[])
                     as c (id, offer, sku, line, quantity)
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(now))
                .param(
                        "ids",
                        SqlArrays.uuids(claims.stream().map(NewClaim::claimId).toList()))
                .param(
                        "offers",
                        SqlArrays.uuids(claims.stream()
                                .map(claim -> claim.offer().value())
                                .toList()))
                .param(
                        "skus",
                        SqlArrays.uuids(claims.stream()
                                .map(claim -> claim.sku().value())
                                .toList()))
                .param(
                        "lines",
                        SqlArrays.uuids(claims.stream().map(NewClaim::orderLine).toList()))
                .param(
                        "quantities",
                        SqlArrays.ints(
                                claims.stream().mapToInt(NewClaim::quantity).toArray()))
                .update();
    }

    /**
     * The places of the claims, without a lock.
     *
     * @throws IllegalStateException when one does not exist
     */
    Map<UUID, Place> places(MerchantId merchant, Collection<UUID> claims) {
        Map<UUID, Place> places = new LinkedHashMap<>();
        jdbc.sql("""
                select c.claim_id, c.offer_id, s.supplier_id
                from stock_claim c
                join stock s on s.merchant_id = c.merchant_id and s.offer_id = c.offer_id
                where c.merchant_id = :merchant and c.claim_id = any(:claims::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("claims", SqlArrays.uuids(claims))
                .query(row -> {
                    places.put(
                            row.getObject("claim_id", UUID.class),
                            new Place(Columns.offer(row), Columns.supplier(row)));
                });
        for (UUID claim : claims) {
            if (!places.containsKey(claim)) {
                throw new IllegalStateException("there is no claim " + claim);
            }
        }
        return places;
    }

    Map<UUID, ClaimState> read(MerchantId merchant, Collection<UUID> claims) {
        Map<UUID, ClaimState> states = new LinkedHashMap<>();
        jdbc.sql("""
                select claim_id, offer_id, quantity, released, sent, acknowledged, shipped, deducted, uncovered
                from stock_claim
                where merchant_id = :merchant and claim_id = any(:claims::uuid[])
                order by claim_id
                """)
                .param("merchant", merchant.value())
                .param("claims", SqlArrays.uuids(claims))
                .query(row -> {
                    ClaimState state = new ClaimState(
                            row.getObject("claim_id", UUID.class),
                            Columns.offer(row),
                            row.getInt("quantity"),
                            row.getInt("released"),
                            row.getInt("sent"),
                            row.getInt("acknowledged"),
                            row.getInt("shipped"),
                            row.getInt("deducted"),
                            row.getInt("uncovered"));
                    states.put(state.claimId(), state);
                });
        return states;
    }

    void write(MerchantId merchant, Collection<ClaimState> claims) {
        if (claims.isEmpty()) {
            return;
        }
        int written = jdbc.sql("""
                update stock_claim
                set released = c.released, sent = c.sent, acknowledged = c.acknowledged, shipped = c.shipped,
                    deducted = c.deducted, uncovered = c.uncovered
                from unnest(:ids::uuid[], :released::int[], :sent::int[], :acknowledged::int[], :shipped::int[],
                            :deducted::int[], :uncovered::int[])
                     as c (id, released, sent, acknowledged, shipped, deducted, uncovered)
                where stock_claim.merchant_id = :merchant and stock_claim.claim_id = c.id
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(claims.stream().map(ClaimState::claimId).toList()))
                .param("released", column(claims, ClaimState::released))
                .param("sent", column(claims, ClaimState::sent))
                .param("acknowledged", column(claims, ClaimState::acknowledged))
                .param("shipped", column(claims, ClaimState::shipped))
                .param("deducted", column(claims, ClaimState::deducted))
                .param("uncovered", column(claims, ClaimState::uncovered))
                .update();
        if (written != claims.size()) {
            throw new IllegalStateException("wrote " + written + " of " + claims.size() + " claims");
        }
    }

    private static Object column(Collection<ClaimState> claims, ToIntFunction<ClaimState> value) {
        return SqlArrays.ints(claims.stream().mapToInt(value).toArray());
    }
}
