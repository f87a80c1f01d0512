package dev.baton.orders;

import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I4: each unit of a line is in one place. */
@Component
class BucketsInvariant implements Invariant {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    BucketsInvariant(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    @Override
    public String number() {
        return "I4";
    }

    @Override
    public String meaning() {
        return "the units of an order's line add up to what was ordered, and its allocations explain them";
    }

    @Override
    public List<String> breaches(MerchantId merchant, int most) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select o.number, l.store_line_id, l.quantity,
                       l.open + l.waiting + l.allocated + l.sent + l.accepted + l.shipped + l.delivered + l.lost
                           + l.in_return + l.returned + l.cancelled as found,
                       l.allocated + l.sent + l.accepted + l.shipped + l.delivered + l.lost + l.in_return
                           + l.returned as with_suppliers,
                       coalesce(a.units, 0) as allocations
                from order_line l
                join sales_order o on o.merchant_id = l.merchant_id and o.sales_order_id = l.sales_order_id
                left join (
                    select line_id, sum(case when stage = 'sent' then quantity - rejected - cancelled
                                             when stage in ('reserved', 'allocated') then quantity else 0 end) as units
                    from allocation where merchant_id = :merchant
                    group by line_id
                ) a on a.line_id = l.line_id
                where l.merchant_id = :merchant
                  and (l.quantity <> l.open + l.waiting + l.allocated + l.sent + l.accepted + l.shipped + l.delivered
                                     + l.lost + l.in_return + l.returned + l.cancelled
                       or l.cancel_requested > l.sent + l.accepted
                       or l.return_requested > l.delivered + l.shipped
                       or l.requires_shipping
                          and l.allocated + l.sent + l.accepted + l.shipped + l.lost + l.in_return + l.returned
                              + l.delivered <> coalesce(a.units, 0))
                order by o.number, l.line_id
                limit :most
                """)
                        .param("merchant", merchant.value())
                        .param("most", most)
                        .query((row, number) ->
                                "order " + row.getString("number") + ", line " + row.getString("store_line_id")
                                        + ": ordered " + row.getLong("quantity") + ", found " + row.getLong("found")
                                        + "; with suppliers " + row.getLong("with_suppliers") + ", allocations say "
                                        + row.getLong("allocations"))
                        .list());
    }
}
