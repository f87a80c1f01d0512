package dev.baton.shopper;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.SqlArrays;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often an order may be looked up, per caller and per order number, in windows of ten minutes. Counted in the
 * database, so that it holds whichever node is asked. Whom a window is about is kept as sixteen bits of a keyed hash:
 * the table cannot grow beyond that many rows, whoever tries whatever, and it tells nothing of anybody.
 */
@Component
class LookupLimits {

    static final int PER_CALLER = 20;
    static final int PER_ORDER = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int SLOT_MASK = 0xffff;

    private final JdbcClient jdbc;
    private final MerchantKeys keys;
    private final Clock clock;

    LookupLimits(JdbcClient jdbc, MerchantKeys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** What a try met. */
    enum Verdict {
        /** It may look. */
        ALLOWED,
        /** The caller has tried too often, whatever it asked for. */
        CALLER_TOO_OFTEN,
        /** Somebody, perhaps others, asked for this number too often, whether it exists or not. */
        ORDER_TOO_OFTEN
    }

    /**
     * Counts a try; needs an open transaction of the merchant. Whoever is over its own limit uses up nothing of an
     * order's.
     *
     * @param caller a network address in one spelling
     * @param order whatever names the order, in one spelling
     */
    Verdict take(MerchantId merchant, String caller, String order) {
        if (used(merchant, "CALLER", caller, PER_CALLER) > PER_CALLER) {
            return Verdict.CALLER_TOO_OFTEN;
        }
        return used(merchant, "ORDER", order, PER_ORDER) > PER_ORDER ? Verdict.ORDER_TOO_OFTEN : Verdict.ALLOWED;
    }

    private int used(MerchantId merchant, String kind, String whom, int most) {
        Instant now = clock.instant();
        return jdbc.sql("""
                insert into lookup_window (merchant_id, kind, slot, ends_at, used)
                values (:merchant, :kind, :slot, :end, 1)
                on conflict (merchant_id, kind, slot) do update set
                    used = case when lookup_window.ends_at > :now
                                then least(lookup_window.used, :most) + 1 else 1 end,
                    ends_at = case when lookup_window.ends_at > :now then lookup_window.ends_at else :end end
                returning used
                """)
                .param("merchant", merchant.value())
                .param("kind", kind)
                .param("slot", slot(merchant, kind, whom))
                .param("end", SqlArrays.instant(now.plus(WINDOW)))
                .param("now", SqlArrays.instant(now))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private int slot(MerchantId merchant, String kind, String whom) {
        return ByteBuffer.wrap(keys.print(merchant, "look-up:" + kind + ":" + whom))
                        .getInt()
                & SLOT_MASK;
    }
}
