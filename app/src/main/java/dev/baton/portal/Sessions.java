package dev.baton.portal;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who came in by a code. The cookie holds 256 random bits, the table their hash. */
@Component
class Sessions {

    /** A working day. */
    static final Duration LIFE = Duration.ofHours(12);

    private static final int TOKEN_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Clock clock;

    Sessions(Tenancy tenancy, JdbcClient jdbc, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins one and answers its cookie's value; those that have ended are not opened any more. */
    String begin(MerchantId merchant, List<SupplierId> suppliers) {
        byte[] token = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(token);
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into portal_session (merchant_id, session, suppliers, expires_at)
                    values (:merchant, :session, :suppliers::uuid[], :expires)
                    """)
                    .param("merchant", merchant.value())
                    .param("session", hash(value))
                    .param(
                            "suppliers",
                            SqlArrays.uuids(
                                    suppliers.stream().map(SupplierId::value).toList()))
                    .param("expires", SqlArrays.instant(clock.instant().plus(LIFE)))
                    .update();
        });
        return value;
    }

    /** The suppliers of a session; empty when there is none or it has ended. */
    List<SupplierId> suppliers(MerchantId merchant, String cookie) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select suppliers from portal_session
                where merchant_id = :merchant and session = :session and expires_at > :now
                """)
                        .param("merchant", merchant.value())
                        .param("session", hash(cookie))
                        .param("now", SqlArrays.instant(clock.instant()))
                        .query((row, number) ->
                                (UUID[]) row.getArray("suppliers").getArray())
                        .optional()
                        .map(found -> Arrays.stream(found).map(SupplierId::new).toList())
                        .orElse(List.of()));
    }

    private static byte[] hash(String cookie) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
