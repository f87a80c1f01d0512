package dev.baton.merchants;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and whom they work for: the only class that reads the directory tables, as the role gate. */
@Component
class Directory {

    private static final int MOST_MERCHANTS = 1_000;

    private final JdbcClient gate;
    private final Ids ids;
    private final Clock clock;

    Directory(@Qualifier("gateJdbcClient") JdbcClient gate, Ids ids, Clock clock) {
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
    }

    /** An open invitation. */
    record Invitation(
            MerchantId merchant, String role, @Nullable String email) {}

    /** Merchants somebody works for or was invited to, oldest first. */
    List<MerchantId> merchants() {
        return gate.sql("""
                select merchant_id from membership union select merchant_id from invitation
                order by merchant_id limit :most
                """)
                .param("most", MOST_MERCHANTS)
                .query((row, number) -> new MerchantId(row.getObject("merchant_id", UUID.class)))
                .list();
    }

    void invite(byte[] tokenHash, Invitation invitation, Duration valid) {
        Instant now = clock.instant();
        gate.sql("""
                insert into invitation (token_sha256, merchant_id, role, email, created_at, expires_at)
                values (:hash, :merchant, :role, :email, :at, :until)
                """)
                .param("hash", tokenHash)
                .param("merchant", invitation.merchant().value())
                .param("role", invitation.role())
                .param("email", invitation.email())
                .param("at", SqlArrays.instant(now))
                .param("until", SqlArrays.instant(now.plus(valid)))
                .update();
    }

    /** An invitation that is neither used nor too old. */
    Optional<Invitation> open(byte[] tokenHash) {
        return gate.sql("""
                select merchant_id, role, email from invitation
                where token_sha256 = :hash and used_at is null and expires_at > :now
                """)
                .param("hash", tokenHash)
                .param("now", SqlArrays.instant(clock.instant()))
                .query((row, number) -> new Invitation(
                        new MerchantId(row.getObject("merchant_id", UUID.class)),
                        row.getString("role"),
                        row.getString("email")))
                .optional();
    }

    /** Uses the invitation; false when somebody else did first. */
    boolean use(byte[] tokenHash) {
        return gate.sql("""
                update invitation set used_at = :now
                where token_sha256 = :hash and used_at is null and expires_at > :now
                """)
                        .param("now", SqlArrays.instant(clock.instant()))
                        .param("hash", tokenHash)
                        .update()
                == 1;
    }

    /** Whether somebody of that role has joined the merchant and can sign in. */
    boolean has(MerchantId merchant, String role) {
        return gate.sql("""
                select count(*) from membership m join credential c on c.person_id = m.person_id
                where m.merchant_id = :merchant and m.role = :role
                """)
                        .param("merchant", merchant.value())
                        .param("role", role)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The person of that address, made if there is none. */
    PersonId person(String email) {
        gate.sql(
                        "insert into person (person_id, email, created_at) values (:id, :email, :at) on conflict (email) do nothing")
                .param("id", ids.next())
                .param("email", email)
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
        return gate.sql("select person_id from person where email = :email")
                .param("email", email)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .single();
    }

    void join(PersonId person, MerchantId merchant, String role) {
        gate.sql("""
                insert into membership (person_id, merchant_id, role, created_at)
                values (:person, :merchant, :role, :at)
                on conflict (person_id, merchant_id) do nothing
                """)
                .param("person", person.value())
                .param("merchant", merchant.value())
                .param("role", role)
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }

    boolean hasCredential(PersonId person) {
        return gate.sql("select count(*) from credential where person_id = :person")
                        .param("person", person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Sets the first password; one that is set stays. */
    void credential(PersonId person, String passwordHash) {
        gate.sql("""
                insert into credential (person_id, password_hash, changed_at) values (:person, :hash, :at)
                on conflict (person_id) do nothing
                """)
                .param("person", person.value())
                .param("hash", passwordHash)
                .param("at", SqlArrays.instant(clock.instant()))
                .update();
    }
}
