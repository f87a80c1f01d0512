package dev.baton.orders;

import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the other order a new one may repeat: same customer or address, same goods, placed within the merchant's window of
 * each other, whenever they came.
 */
@Component
class Duplicates {

    /** Orders that come later than this after they were placed are an import, and repeat nothing of today. */
    private static final Duration FURTHEST = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Duplicates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders of the same goods that were here before; grows as the batch goes on. */
    static final class Earlier {

        private final List<Known> known = new ArrayList<>();
        private final Duration window;

        private Earlier(int windowHours) {
            this.window = Duration.ofHours(windowHours);
        }

        private record Known(OrderHead.Prints prints, String name, Instant placed) {}

        void add(OrderHead.Prints prints, String name, Instant placed) {
            known.add(new Known(prints, name, placed));
        }

        /** The name of an order that was here before and that this one may repeat, or null. */
        @Nullable
        String match(OrderHead.Prints prints, Instant placed) {
            for (Known earlier : known) {
                if (Duration.between(earlier.placed(), placed).abs().compareTo(window) <= 0
                        && Arrays.equals(earlier.prints().goods(), prints.goods())
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

    /** When the customer ordered; a store whose clock is ahead, or that does not say, means now. */
    Instant placed(StoreOrder order) {
        Instant now = clock.instant();
        Instant said = order.placedAt();
        return said == null || said.isAfter(now) ? now : said;
    }

    Earlier before(
            MerchantId merchant, MerchantSettings settings, List<OrderHead.Prints> fresh, List<StoreOrder> orders) {
        Earlier earlier = new Earlier(settings.duplicateWindowHours());
        if (settings.duplicateWindowHours() == 0 || fresh.isEmpty()) {
            return earlier;
        }
        Instant longAgo = clock.instant().minus(FURTHEST);
        Instant first =
                orders.stream().map(this::placed).min(Comparator.naturalOrder()).orElseThrow();
        jdbc.sql("""
                select store_order_name, ship_print, person_print, address_print, goods_print,
                       coalesce(placed_at, received_at) as placed
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
                        SqlArrays.instant((first.isBefore(longAgo) ? longAgo : first)
                                .minus(Duration.ofHours(settings.duplicateWindowHours()))))
                .query(row -> {
                    earlier.add(
                            new OrderHead.Prints(
                                    row.getBytes("ship_print"),
                                    row.getBytes("person_print"),
                                    row.getBytes("address_print"),
                                    row.getBytes("goods_print")),
                            row.getString("store_order_name"),
                            row.getTimestamp("placed").toInstant());
                });
        return earlier;
    }
}
