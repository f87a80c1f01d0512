package dev.baton.channels;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many variants of stores a person is warned of; needs an open transaction of the merchant. */
@Component
public final class WarnedFigures {

    private final JdbcClient jdbc;

    WarnedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By store, those that {@link AvailabilityLookup#figures} lists as warned of; a store without any is absent. */
    public Map<StoreId, Long> counts(MerchantId merchant) {
        Map<StoreId, Long> counts = new HashMap<>();
        jdbc.sql("""
                select store_id, count(*) as many from store_figure
                where merchant_id = :merchant and (state = 'NOT_TRACKED' or sells_on or trouble is not null)
                group by store_id
                """).param("merchant", merchant.value()).query(row -> {
            counts.put(new StoreId(row.getObject("store_id", UUID.class)), row.getLong("many"));
        });
        return counts;
    }
}
