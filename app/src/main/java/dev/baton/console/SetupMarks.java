package dev.baton.console;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of steps a person has confirmed; every method needs an open transaction of the merchant. */
@Component
class SetupMarks {

    private final JdbcClient jdbc;
    private final Clock clock;

    SetupMarks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isBusinessConfirmed(MerchantId merchant) {
        return jdbc.sql("select count(*) from setup_mark where merchant_id = :merchant and step = 'BUSINESS'")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void confirmBusiness(MerchantId merchant) {
        jdbc.sql("""
                insert into setup_mark (merchant_id, step, marked_at) values (:merchant, 'BUSINESS', :at)
                on conflict (merchant_id, step) do nothing
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }
}
