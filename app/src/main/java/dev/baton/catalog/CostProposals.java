package dev.baton.catalog;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table cost_proposal, and the one task a supplier that says so. Every method needs an open transaction. */
@Component
public class CostProposals {

    /** Kind of the task; its subject is the supplier. */
    static final String TASK = "catalog.cost-jump";

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final Ids ids;

    CostProposals(JdbcClient jdbc, Tasks tasks, Ids ids) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.ids = ids;
    }

    /** What waits for a decision after the given one (null = from the first), oldest first; null supplier = all. */
    public List<CostProposal> open(
            MerchantId merchant, @Nullable SupplierId supplier, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select p.proposal_id, p.offer_id, p.supplier_id, s.code, o.supplier_sku, o.ship_from,
                       p.before_cost_micros, p.before_currency, p.before_price_breaks, p.unit_cost_micros, p.currency,
                       p.price_breaks, p.since, p.proposed_at, p.run_id, p.row_number
                from cost_proposal p
                join offer o on o.merchant_id = p.merchant_id and o.offer_id = p.offer_id
                join sku s on s.merchant_id = o.merchant_id and s.sku_id = o.sku_id
                where p.merchant_id = :merchant and p.state = 'OPEN' and p.proposal_id > :after
                  and (:supplier::uuid is null or p.supplier_id = :supplier::uuid)
                order by p.proposal_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("supplier", supplier == null ? null : supplier.value())
                .param("limit", limit)
                .query(CostProposals::read)
                .list();
    }

    /** What waits for a decision about these offers; an offer that nothing is asked about is left out. */
    public Map<OfferId, CostProposal> openOf(MerchantId merchant, Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select p.proposal_id, p.offer_id, p.supplier_id, s.code, o.supplier_sku, o.ship_from,
                       p.before_cost_micros, p.before_currency, p.before_price_breaks, p.unit_cost_micros, p.currency,
                       p.price_breaks, p.since, p.proposed_at, p.run_id, p.row_number
                from cost_proposal p
                join offer o on o.merchant_id = p.merchant_id and o.offer_id = p.offer_id
                join sku s on s.merchant_id = o.merchant_id and s.sku_id = o.sku_id
                where p.merchant_id = :merchant and p.offer_id = any(:offers::uuid[]) and p.state = 'OPEN'
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query(CostProposals::read)
                .list()
                .stream()
                .collect(Collectors.toMap(CostProposal::offer, each -> each));
    }

    private static CostProposal read(ResultSet row, int number) throws SQLException {
        return new CostProposal(
                row.getObject("proposal_id", UUID.class),
                new OfferId(row.getObject("offer_id", UUID.class)),
                new SupplierId(row.getObject("supplier_id", UUID.class)),
                row.getString("code"),
                row.getString("supplier_sku"),
                row.getString("ship_from"),
                new Cost(
                        row.getLong("before_cost_micros"),
                        row.getString("before_currency"),
                        PriceBreak.read(row.getString("before_price_breaks"))),
                Cost.read(row),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("proposed_at").toInstant(),
                ListedIn.read(row));
    }

    /** A cost to ask a person about; {@code before} is what holds otherwise. */
    record New(
            Offer offer,
            Cost before,
            Cost proposed,
            Instant since,
            @Nullable ListedIn listed) {}

    /** Those of these offers that a price list has asked about already, and nobody has decided. */
    Set<OfferId> askedBy(MerchantId merchant, PriceRunId run, Collection<OfferId> offers) {
        return new HashSet<>(jdbc.sql("""
                select offer_id from cost_proposal
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and state = 'OPEN' and run_id = :run
                """)
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .param("run", run.value())
                .query((row, number) -> new OfferId(row.getObject("offer_id", UUID.class)))
                .list());
    }

    /** Keeps them in place of what was asked before about the same offers, which are locked. */
    void ask(MerchantId merchant, SupplierId supplier, List<New> proposals, @Nullable PriceRunId run, Instant now) {
        if (proposals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into cost_proposal (merchant_id, proposal_id, offer_id, supplier_id, since, unit_cost_micros,
                                           currency, price_breaks, before_cost_micros, before_currency,
                                           before_price_breaks, state, proposed_at, run_id, row_number)
                select :merchant, p.id, p.offer, :supplier, p.since, p.cost, p.currency, p.breaks, p.before_cost,
                       p.before_currency, p.before_breaks, 'OPEN', :now, :run, p.number
                from unnest(:ids::uuid[], :offers::uuid[], :since::timestamptz[], :costs::bigint[],
                            :currencies::text[], :breaks::text[], :beforeCosts::bigint[], :beforeCurrencies::text[],
                            :beforeBreaks::text[], :numbers::bigint[])
                     as p (id, offer, since, cost, currency, breaks, before_cost, before_currency, before_breaks,
                           number)
                on conflict (merchant_id, offer_id) where state = 'OPEN' do update
                set since = excluded.since, unit_cost_micros = excluded.unit_cost_micros,
                    currency = excluded.currency, price_breaks = excluded.price_breaks,
                    before_cost_micros = excluded.before_cost_micros, before_currency = excluded.before_currency,
                    before_price_breaks = excluded.before_price_breaks, proposed_at = excluded.proposed_at,
                    run_id = excluded.run_id, row_number = excluded.row_number
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("now", SqlArrays.instant(now))
                .param("run", run == null ? null : run.value(), Types.OTHER)
                .param("ids", SqlArrays.uuids(Columns.of(proposals, each -> ids.next())))
                .param(
                        "offers",
                        SqlArrays.uuids(
                                Columns.of(proposals, each -> each.offer().id().value())))
                .param("since", SqlArrays.instants(Columns.of(proposals, New::since)))
                .param(
                        "numbers",
                        SqlArrays.longs(
                                Columns.<New, @Nullable Long>of(proposals, each -> ListedIn.rowOf(each.listed()))))
                .param(
                        "costs",
                        SqlArrays.longs(
                                Columns.of(proposals, each -> each.proposed().micros())))
                .param(
                        "currencies",
                        SqlArrays.texts(
                                Columns.of(proposals, each -> each.proposed().currency())))
                .param("breaks", Columns.breaks(proposals, New::proposed))
                .param("beforeBreaks", Columns.breaks(proposals, New::before))
                .param(
                        "beforeCosts",
                        SqlArrays.longs(
                                Columns.of(proposals, each -> each.before().micros())))
                .param(
                        "beforeCurrencies",
                        SqlArrays.texts(
                                Columns.of(proposals, each -> each.before().currency())))
                .update();
    }

    /**
     * The supplier stated something else of these offers by now; a list does not answer its own question.
     *
     * @return the offers that are asked about no more
     */
    List<OfferId> replaced(MerchantId merchant, Collection<OfferId> offers, @Nullable PriceRunId run, Instant now) {
        if (offers.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                update cost_proposal set state = 'REPLACED', decided_at = :now
                where merchant_id = :merchant and offer_id = any(:offers::uuid[]) and state = 'OPEN'
                  and (run_id is null or run_id is distinct from :run)
                returning offer_id
                """)
                .param("run", run == null ? null : run.value(), Types.OTHER)
                .param("now", SqlArrays.instant(now))
                .param("merchant", merchant.value())
                .param("offers", SqlArrays.uuids(Columns.of(offers, OfferId::value)))
                .query((row, number) -> new OfferId(row.getObject("offer_id", UUID.class)))
                .list();
    }

    /** Those of these that still wait, locked in the order of their ids. */
    List<CostProposal> lock(MerchantId merchant, Collection<UUID> proposals) {
        return jdbc.sql("""
                select p.proposal_id, p.offer_id, p.supplier_id, '' as code, '' as supplier_sku, '' as ship_from,
                       p.before_cost_micros, p.before_currency, p.before_price_breaks, p.unit_cost_micros, p.currency,
                       p.price_breaks, p.since, p.proposed_at, p.run_id, p.row_number
                from cost_proposal p
                where p.merchant_id = :merchant and p.proposal_id = any(:proposals::uuid[]) and p.state = 'OPEN'
                order by p.merchant_id, p.proposal_id
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("proposals", SqlArrays.uuids(proposals))
                .query(CostProposals::read)
                .list();
    }

    /** A person has decided; the rows are locked. */
    void decided(MerchantId merchant, Collection<UUID> proposals, String state, String why, Instant now) {
        jdbc.sql("""
                update cost_proposal set state = :state, decided_at = :now, why = :why
                where merchant_id = :merchant and proposal_id = any(:proposals::uuid[]) and state = 'OPEN'
                """)
                .param("state", state)
                .param("now", SqlArrays.instant(now))
                .param("why", why)
                .param("merchant", merchant.value())
                .param("proposals", SqlArrays.uuids(proposals))
                .update();
    }

    /** Opens the supplier's task, says it anew, or closes it when nothing waits any more. */
    void tell(MerchantId merchant, SupplierId supplier, String name) {
        long waiting = jdbc.sql("""
                select count(*) from cost_proposal
                where merchant_id = :merchant and supplier_id = :supplier and state = 'OPEN'
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query(Long.class)
                .single();
        if (waiting == 0) {
            tasks.closeFor(merchant, TASK, supplier.value(), "every cost was decided on");
            return;
        }
        tasks.open(
                merchant,
                new NewTask(
                        TASK,
                        "supplier",
                        supplier.value(),
                        waiting + (waiting == 1 ? " cost of " : " costs of ") + name + " jumped",
                        "A price list moved them further than costs of this supplier may move by themselves. Until"
                                + " somebody decides, orders are planned at the costs from before. If nothing is done,"
                                + " that goes on. List the cost proposals, then accept or refuse them."));
    }
}
