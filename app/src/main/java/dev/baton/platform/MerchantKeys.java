package dev.baton.platform;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each merchant's own key, made at first use and wrapped by the master key. It never changes, so it is kept in memory. */
@Component
public final class MerchantKeys {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Sealing master;
    private final SecureRandom random = new SecureRandom();
    private final Map<MerchantId, Sealing> known = new ConcurrentHashMap<>();

    MerchantKeys(JdbcClient jdbc, Tenancy tenancy, Clock clock, MasterKey masterKey) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.clock = clock;
        this.master = new Sealing(masterKey.bytes());
    }

    /** The merchant's key; needs an open transaction of the merchant when it is used for the first time. */
    public Sealing of(MerchantId merchant) {
        Sealing key = known.get(merchant);
        if (key == null) {
            key = new Sealing(load(merchant));
            Sealing ready = key;
            // a key made in a transaction that rolls back must not stay in memory
            tenancy.afterCommit(() -> known.putIfAbsent(merchant, ready));
        }
        return key;
    }

    private byte[] load(MerchantId merchant) {
        byte[] context = bytes(merchant.value());
        Optional<byte[]> wrapped = read(merchant);
        if (wrapped.isEmpty()) {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            jdbc.sql("""
                    insert into merchant_key (merchant_id, wrapped, created_at) values (:merchant, :wrapped, :at)
                    on conflict (merchant_id) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("wrapped", master.seal(fresh, context))
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
            wrapped = read(merchant);
        }
        return master.open(wrapped.orElseThrow(), context);
    }

    private Optional<byte[]> read(MerchantId merchant) {
        return jdbc.sql("select wrapped from merchant_key where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query((row, number) -> row.getBytes("wrapped"))
                .optional();
    }

    /** The sixteen bytes of an id, as sealing context. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
