package dev.baton.inventory;

import dev.baton.platform.Invariant;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** I6: whoever says it has less than we promised of it is short, and said to be. */
@Component
class ShortageInvariant implements Invariant {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final RebuildStock rebuild;

    ShortageInvariant(Tenancy tenancy, JdbcClient jdbc, RebuildStock rebuild) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.rebuild = rebuild;
    }

    @Override
    public String number() {
        return "I6";
    }

    @Override
    public String meaning() {
        return "an offer with less than was promised of it is marked short, and no other is";
    }

    @Override
    public List<String> breaches(MerchantId merchant, int most) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select offer_id, observed, uncovered, short_since is not null as short
                from stock
                where merchant_id = :merchant and (observed < uncovered) <> (short_since is not null)
                order by merchant_id, offer_id
                limit :most
                """)
                        .param("merchant", merchant.value())
                        .param("most", most)
                        .query((row, number) -> "offer " + Columns.offer(row).value() + ": the supplier has "
                                + row.getLong("observed") + ", promised are " + row.getLong("uncovered")
                                + (row.getBoolean("short")
                                        ? ", and it is marked short"
                                        : ", and it is not marked short"))
                        .list());
    }

    @Override
    public int mend(MerchantId merchant) {
        return rebuild.rebuildShortages(merchant).size();
    }
}
