package dev.baton.catalog;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table offer_cost: every cost an offer had, has and will have. An offer's row carries the one that holds; where the
 * next one's time has come and the row does not say so yet, it is looked up here, so that a decision never uses a cost
 * of yesterday. Every method needs an open transaction of the merchant.
 */
@Component
final class CostRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    CostRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * An offer as its row says.
     *
     * @param nextCostAt when its next cost holds; null = none is known
     */
    record Read(Offer offer, @Nullable Instant nextCostAt) {}

    /** The offers with the costs that hold now, in the given order. */
    List<Offer> inForce(MerchantId merchant, List<Read> rows) {
        Instant now = clock.instant();
        List<OfferId> due = new ArrayList<>();
        for (Read row : rows) {
            Instant next = row.nextCostAt();
            if (next != null && !next.isAfter(now)) {
                due.add(row.offer().id());
            }
        }
        Map<OfferId, Cost> costs = due.isEmpty() ? Map.of() : at(merchant, due, now);
        List<Offer> offers = new ArrayList<>(rows.size());
        for (Read row : rows) {
            Cost cost = costs.get(row.offer().id());
            offers.add(cost == null ? row.offer() : row.offer().costing(cost));
        }
        return offers;
    }

    /** The cost that holds at the given time. */
    Map<OfferId, Cost> at(MerchantId merchant, Collection<OfferId> offers, Instant time) {
        Map<OfferId, Cost> costs = new HashMap<>();
        jdbc.sql("""
                select distinct on (offer_id) offer_id, unit_cost_micros, currency, price_breaks
                from offer_cost
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and since <= :time
                order by offer_id, since desc
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .param("time", SqlArrays.instant(time))
                .query(row -> {
                    costs.put(new OfferId(row.getObject("offer_id", UUID.class)), Cost.read(row));
                });
        return costs;
    }

    /** An offer at a time. */
    record Moment(OfferId offer, Instant at) {}

    /** A cost and since when it holds. */
    record Holding(Cost cost, Instant since) {}

    /** The cost that holds at each of these times, by what is known now. */
    Map<Moment, Holding> holding(MerchantId merchant, Collection<Moment> moments) {
        Map<Moment, Holding> costs = new HashMap<>();
        if (moments.isEmpty()) {
            return costs;
        }
        jdbc.sql("""
                select m.offer, m.at, c.unit_cost_micros, c.currency, c.price_breaks, c.since
                from unnest(:offers::uuid[], :times::timestamptz[]) as m (offer, at)
                cross join lateral (select unit_cost_micros, currency, price_breaks, since from offer_cost
                                    where merchant_id = :merchant and offer_id = m.offer and since <= m.at
                                    order by merchant_id, offer_id, since desc limit 1) c
                """)
                .param("merchant", merchant.value())
                .param(
                        "offers",
                        SqlArrays.uuids(Columns.of(moments, each -> each.offer().value())))
                .param("times", SqlArrays.instants(Columns.of(moments, Moment::at)))
                .query(row -> {
                    costs.put(
                            new Moment(
                                    new OfferId(row.getObject("offer", UUID.class)),
                                    row.getTimestamp("at").toInstant()),
                            new Holding(
                                    Cost.read(row), row.getTimestamp("since").toInstant()));
                });
        return costs;
    }

    /** Those of these offers whose cost somebody stated after that time. */
    Set<OfferId> knownAfter(MerchantId merchant, Collection<OfferId> offers, Instant time) {
        return new HashSet<>(jdbc.sql("""
                select distinct offer_id from offer_cost
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and known_at > :time
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .param("time", SqlArrays.instant(time))
                .query((row, number) -> new OfferId(row.getObject("offer_id", UUID.class)))
                .list());
    }

    /** A cost to be kept. */
    record New(
            OfferId offer,
            Cost cost,
            Instant since,
            OfferCost.Source source,
            @Nullable ListedIn listed) {}

    /** Keeps them as known from now; one for the same time replaces the other. */
    void keep(MerchantId merchant, List<New> costs) {
        keep(merchant, costs, clock.instant());
    }

    /** Keeps them as known from then; one for the same time replaces the other. */
    void keep(MerchantId merchant, List<New> costs, Instant knownAt) {
        if (costs.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into offer_cost (merchant_id, offer_id, since, unit_cost_micros, currency, price_breaks, source,
                                        known_at, run_id, row_number)
                select :merchant, o.id, o.since, o.cost, o.currency, o.breaks, o.source, :now, o.run, o.number
                from unnest(:ids::uuid[], :since::timestamptz[], :costs::bigint[], :currencies::text[],
                            :breaks::text[], :sources::text[], :runs::uuid[], :numbers::bigint[])
                     as o (id, since, cost, currency, breaks, source, run, number)
                on conflict (merchant_id, offer_id, since) do update
                set unit_cost_micros = excluded.unit_cost_micros, currency = excluded.currency,
                    price_breaks = excluded.price_breaks, source = excluded.source, known_at = excluded.known_at, run_id = excluded.run_id,
                    row_number = excluded.row_number
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(knownAt))
                .param(
                        "ids",
                        SqlArrays.uuids(Columns.of(costs, each -> each.offer().value())))
                .param("since", SqlArrays.instants(Columns.of(costs, New::since)))
                .param(
                        "costs",
                        SqlArrays.longs(Columns.of(costs, each -> each.cost().micros())))
                .param(
                        "currencies",
                        SqlArrays.texts(Columns.of(costs, each -> each.cost().currency())))
                .param("breaks", Columns.breaks(costs, New::cost))
                .param(
                        "sources",
                        SqlArrays.texts(Columns.of(costs, each -> each.source().name())))
                .param(
                        "runs",
                        SqlArrays.uuids(Columns.<New, @Nullable UUID>of(costs, each -> ListedIn.runOf(each.listed()))))
                .param(
                        "numbers",
                        SqlArrays.longs(Columns.<New, @Nullable Long>of(costs, each -> ListedIn.rowOf(each.listed()))))
                .update();
    }

    /** The costs of an offer, the latest first. */
    List<OfferCost> history(MerchantId merchant, OfferId offer, int limit) {
        return jdbc.sql("""
                select since, unit_cost_micros, currency, price_breaks, source, known_at, run_id, row_number from offer_cost
                where merchant_id = :merchant and offer_id = :offer
                order by since desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("offer", offer.value())
                .param("limit", limit)
                .query((row, number) -> {
                    java.sql.Timestamp known = row.getTimestamp("known_at");
                    return new OfferCost(
                            Cost.read(row),
                            row.getTimestamp("since").toInstant(),
                            OfferCost.Source.valueOf(row.getString("source")),
                            known == null ? null : known.toInstant(),
                            ListedIn.read(row));
                })
                .list();
    }

    /** Brings the rows of offers to the costs that hold now and notes when the next ones do; the rows are locked. */
    void settle(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update offer o
                set unit_cost_micros = c.unit_cost_micros, currency = c.currency, price_breaks = c.price_breaks,
                    next_cost_at = (select min(n.since) from offer_cost n
                                    where n.merchant_id = :merchant and n.offer_id = o.offer_id and n.since > :now)
                from (select distinct on (offer_id) offer_id, unit_cost_micros, currency, price_breaks
                      from offer_cost
                      where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and since <= :now
                      order by offer_id, since desc) c
                where o.merchant_id = :merchant and o.offer_id = c.offer_id
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(clock.instant()))
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .update();
    }
}
