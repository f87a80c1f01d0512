package dev.baton.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each merchant's own key, made at first use and wrapped by the master key. It never changes, so it is kept in memory. */
@Component
public final class MerchantKeys {

    private static final int KEY_BYTES = 32;
    private static final String PRINT = "HmacSHA256";

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Clock clock;
    private final Sealing master;
    private final SecureRandom random = new SecureRandom();
    private final Map<MerchantId, Keys> known = new ConcurrentHashMap<>();

    private record Keys(Sealing sealing, SecretKeySpec printing) {}

    MerchantKeys(JdbcClient jdbc, Tenancy tenancy, Clock clock, MasterKey masterKey) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.clock = clock;
        this.master = new Sealing(masterKey.bytes());
    }

    /** The merchant's key; needs an open transaction of the merchant when it is used for the first time. */
    public Sealing of(MerchantId merchant) {
        return keys(merchant).sealing();
    }

    /**
     * A keyed digest (HMAC-SHA256) of a text, equal for equal texts of one merchant: finds the same address
     * again without keeping it. Needs an open transaction like {@link #of}.
     */
    public byte[] print(MerchantId merchant, String text) {
        try {
            Mac mac = Mac.getInstance(PRINT);
            mac.init(keys(merchant).printing());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the merchant has a key, without making one; needs an open transaction of the merchant. */
    public boolean isKnown(MerchantId merchant) {
        return known.containsKey(merchant) || read(merchant).isPresent();
    }

    private Keys keys(MerchantId merchant) {
        Keys keys = known.get(merchant);
        if (keys == null) {
            byte[] raw = load(merchant);
            Keys ready = new Keys(new Sealing(raw), new SecretKeySpec(digest(raw), PRINT));
            keys = ready;
            // a key made in a transaction that rolls back must not stay in memory
            tenancy.afterCommit(() -> known.putIfAbsent(merchant, ready));
        }
        return keys;
    }

    private static byte[] digest(byte[] raw) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(raw);
            return digest.digest(PRINT.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
