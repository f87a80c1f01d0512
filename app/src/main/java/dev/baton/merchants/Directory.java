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
import org.springframework.stereotype.Component;

/** People, whom they work for, and the links by which they came: directory tables, read through the {@link Gate}. */
@Component
class Directory {

    static final int MOST_MERCHANTS = 1_000;

    private final Gate gate;
    private final Ids ids;
    private final Clock clock;

    Directory(Gate gate, Ids ids, Clock clock) {
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
                where m.merchant_id = :merchant and m.role = :role and m.ended_at is null
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

    /** Somebody who works there keeps the role; somebody who left comes back with this one. */
    void join(PersonId person, MerchantId merchant, String role) {
        gate.sql("""
                insert into membership (person_id, merchant_id, role, created_at)
                values (:person, :merchant, :role, :at)
                on conflict (person_id, merchant_id) do update set role = excluded.role, ended_at = null
                where membership.ended_at is not null
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

    /** A password as it is stored, and whose it is. */
    record Credential(PersonId person, String passwordHash) {}

    /** How the person of that address signs in; empty when there is none, or it has no password yet. */
    Optional<Credential> credential(String email) {
        return gate.sql("""
                select p.person_id, c.password_hash from person p join credential c on c.person_id = p.person_id
                where p.email = :email
                """)
                .param("email", email)
                .query((row, number) -> new Credential(
                        new PersonId(row.getObject("person_id", UUID.class)), row.getString("password_hash")))
                .optional();
    }

    /** Puts another password in the place of the one that is known; false when it is another one already. */
    boolean change(Credential from, String passwordHash) {
        return gate.sql("""
                update credential set password_hash = :hash, changed_at = :at
                where person_id = :person and password_hash = :before
                """)
                        .param("hash", passwordHash)
                        .param("at", SqlArrays.instant(clock.instant()))
                        .param("person", from.person().value())
                        .param("before", from.passwordHash())
                        .update()
                == 1;
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
