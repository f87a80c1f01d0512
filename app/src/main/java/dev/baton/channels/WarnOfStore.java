package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a person of variants whose figure does not keep the store from selling what nobody has. */
@Component
class WarnOfStore {

    private final JdbcClient jdbc;
    private final Tasks tasks;

    WarnOfStore(JdbcClient jdbc, Tasks tasks) {
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /** How many variants there are of each kind; of a sells-on variant only those that are offered. */
    private record Counts(long untracked, long sellsOn, long refused) {

        long all() {
            return untracked + sellsOn + refused;
        }
    }

    /** Opens, rewords or closes the one task of the store; needs an open transaction. */
    void warn(MerchantId merchant, StoreId store) {
        Counts counts = jdbc.sql("""
                select count(*) filter (where state = 'NOT_TRACKED' or trouble = 'NOT_TRACKED') as untracked,
                       count(*) filter (where state = 'OFFERED' and sells_on and trouble is distinct from 'NOT_TRACKED')
                           as sells_on,
                       count(*) filter (where state = 'OFFERED' and trouble in ('GONE', 'NOT_STOCKED', 'REFUSED'))
                           as refused
                from store_figure
                where merchant_id = :merchant and store_id = :store
                  and (state = 'NOT_TRACKED' or sells_on or trouble is not null)
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) ->
                        new Counts(row.getLong("untracked"), row.getLong("sells_on"), row.getLong("refused")))
                .single();
        if (counts.all() == 0) {
            tasks.closeFor(merchant, StoreTasks.AVAILABILITY, store.value(), "all variants are counted");
        } else {
            tasks.open(
                    merchant,
                    StoreTasks.availability(store.value(), counts.untracked(), counts.sellsOn(), counts.refused()));
        }
    }
}
