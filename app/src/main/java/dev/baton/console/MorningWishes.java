package dev.baton.console;

import dev.baton.merchants.PersonId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of who wants the morning's mail; every method needs an open transaction of the merchant. */
@Component
class MorningWishes {

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    MorningWishes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of those who said so. */
    Map<PersonId, MorningWish> all(MerchantId merchant) {
        Map<PersonId, MorningWish> wishes = new HashMap<>();
        jdbc.sql("select person_id, wish from morning_wish where merchant_id = :merchant limit :most")
                .param("merchant", merchant.value())
                .param("most", MOST)
                .query(row -> {
                    wishes.put(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            MorningWish.valueOf(row.getString("wish")));
                });
        return wishes;
    }

    void keep(MerchantId merchant, PersonId person, MorningWish wish) {
        jdbc.sql("""
                insert into morning_wish (merchant_id, person_id, wish, wished_at)
                values (:merchant, :person, :wish, :at)
                on conflict (merchant_id, person_id) do update
                set wish = excluded.wish, wished_at = excluded.wished_at
                """)
                .param("merchant", merchant.value())
                .param("person", person.value())
                .param("wish", wish.name())
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }
}
