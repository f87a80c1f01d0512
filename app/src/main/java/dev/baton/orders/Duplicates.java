package dev.baton.orders;

import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the earlier order a new one may repeat: same customer or address, same goods, within the merchant's window. */
@Component
class Duplicates {

    private final JdbcClient jdbc;
    private final Clock clock;

    Duplicates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Earlier orders of the same goods; grows as the batch goes on. */
    static final class Earlier {

        private final List<Known> known = new ArrayList<>();

        private record Known(OrderHead.Prints prints, String name) {}

        void add(OrderHead.Prints prints, String name) {
            known.add(new Known(prints, name));
        }

        /** The name of an earlier order this one may repeat, or null. */
        @Nullable
        String match(OrderHead.Prints prints) {
            for (Known earlier : known) {
                if (Arrays.equals(earlier.prints().goods(), prints.goods())
                        && (same(earlier.prints().person(), prints.person())
                                || same(earlier.prints().address(), prints.address()))) {
                    return earlier.name();
                }
            }
            return null;
        }

        private static boolean same(byte @Nullable [] one, byte @Nullable [] other) {
            return one != null && other != null && Arrays.equals(one, other);
        }
    }

    Earlier before(MerchantId merchant, MerchantSettings settings, List<OrderHead.Prints> fresh) {
        Earlier earlier = new Earlier();
        if (settings.duplicateWindowHours() == 0 || fresh.isEmpty()) {
            return earlier;
        }
        jdbc.sql("""
                select store_order_name, ship_print, person_print, address_print, goods_print
                from sales_order
                where merchant_id = :merchant and goods_print = any(:goods::bytea[]) and received_at >= :since
                  and cancelled_at is null
                order by received_at
                limit 5000
                """)
                .param("merchant", merchant.value())
                .param("goods", SqlArrays.blobs(Columns.of(fresh, OrderHead.Prints::goods)))
                .param(
                        "since",
                        SqlArrays.instant(clock.instant().minus(Duration.ofHours(settings.duplicateWindowHours()))))
                .query(row -> {
                    earlier.add(
                            new OrderHead.Prints(
                                    row.getBytes("ship_print"),
                                    row.getBytes("person_print"),
                                    row.getBytes("address_print"),
                                    row.getBytes("goods_print")),
                            row.getString("store_order_name"));
                });
        return earlier;
    }
}
