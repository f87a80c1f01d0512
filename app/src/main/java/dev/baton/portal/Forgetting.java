package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins the daily forgetting for a merchant whose pages remember something for the first time. */
@Component
class Forgetting {

    /** Kind of the work; its subject is the merchant. */
    static final String KIND = "portal.forget.schedule";

    static final Duration EVERY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Work work;
    private final Clock clock;

    Forgetting(JdbcClient jdbc, Work work, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
    }

    /** Has one effect a merchant, whoever comes first; needs an open transaction of the merchant. */
    void begin(MerchantId merchant) {
        int first = jdbc.sql("""
                insert into portal_forgetting (merchant_id, begun_at) values (:merchant, :at)
                on conflict (merchant_id) do nothing
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
        if (first == 1) {
            work.add(
                    merchant,
                    List.of(new NewWork(
                            "portal.forgetting",
                            KIND,
                            merchant.value(),
                            clock.instant().plus(EVERY),
                            false)));
        }
    }
}
