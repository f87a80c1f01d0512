package dev.baton.console;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.SqlArrays;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mails to people who are invited; every method needs an open transaction of the merchant. */
@Component
class InvitationLetters {

    private static final String BETWEEN = "\n";

    private final JdbcClient jdbc;
    private final MerchantKeys keys;

    InvitationLetters(JdbcClient jdbc, MerchantKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * What a mail says.
     *
     * @param link the one-time link, full address
     * @param role what the person is to be; {@link #RESET} where the link is to choose another password
     */
    record Invitation(String email, String link, String role) {

        /** Stands for somebody who works there already and forgot the password. */
        static final String RESET = "";

        /** Whether it is no invitation, but a link to choose another password. */
        boolean isReset() {
            return role.equals(RESET);
        }

        @Override
        public String toString() {
            return "Invitation[" + role + "]";
        }
    }

    /** A mail that waits. */
    record Waiting(UUID id, Invitation invitation, Instant askedAt, Instant expiresAt) {}

    void insert(MerchantId merchant, UUID id, Invitation invitation, Instant now, Instant expiresAt) {
        String text = String.join(BETWEEN, invitation.email(), invitation.link(), invitation.role());
        jdbc.sql("""
                insert into console_letter (merchant_id, letter_id, sealed, asked_at, expires_at, state)
                values (:merchant, :id, :sealed, :now, :expires, 'WAITING')
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .param("sealed", keys.of(merchant).seal(text.getBytes(StandardCharsets.UTF_8), MerchantKeys.bytes(id)))
                .param("now", SqlArrays.instant(now))
                .param("expires", SqlArrays.instant(expiresAt))
                .update();
    }

    Optional<Waiting> waiting(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select sealed, asked_at, expires_at from console_letter
                where merchant_id = :merchant and letter_id = :id and state = 'WAITING'
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> {
                    byte[] text = keys.of(merchant).open(row.getBytes("sealed"), MerchantKeys.bytes(id));
                    String[] parts = new String(text, StandardCharsets.UTF_8).split(BETWEEN, -1);
                    return new Waiting(
                            id,
                            new Invitation(parts[0], parts[1], parts[2]),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /** Writes what became of it; the link is kept no longer. */
    void end(MerchantId merchant, UUID id, String state, @Nullable String note) {
        jdbc.sql("""
                update console_letter set state = :state, note = :note, sealed = null
                where merchant_id = :merchant and letter_id = :id
                """)
                .param("state", state)
                .param("note", note, Types.VARCHAR)
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }
}
