package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Somebody forgot the password: a one-time link, mailed to the address on file, lets choose another. Whoever asks learns
 * nothing of whether the address is known. Choosing ends every session of the person.
 */
@Component
public final class ForgottenPassword {

    /** How long a link works. */
    public static final Duration LINK_VALID = Duration.ofHours(1);

    private static final Duration KEPT = Duration.ofDays(30);

    private final Gate gate;
    private final Directory directory;
    private final Members members;
    private final StaffSessions sessions;
    private final SignInWindows windows;
    private final Clock clock;

    ForgottenPassword(
            Gate gate,
            Directory directory,
            Members members,
            StaffSessions sessions,
            SignInWindows windows,
            Clock clock) {
        this.gate = gate;
        this.directory = directory;
        this.members = members;
        this.sessions = sessions;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * A link that may be mailed.
     *
     * @param merchant for whom the person works, whose mail it is
     * @param token of the link; only its hash is stored
     */
    public record Link(MerchantId merchant, String email, String token) {

        @Override
        public String toString() {
            return "Link[" + merchant + "]";
        }
    }

    /**
     * Makes a link for whoever has that address; empty when nobody has, works for nobody, or asked too often. The caller
     * must answer all alike.
     *
     * @param from network address of whoever asks
     */
    public Optional<Link> ask(String email, String from) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        boolean mayAsk = windows.takeForgotten(address, from);
        Optional<PersonId> person = directory.credential(address).map(Directory.Credential::person);
        if (!mayAsk || person.isEmpty()) {
            return Optional.empty();
        }
        List<MerchantId> worksFor = members.merchantsOf(person.get());
        if (worksFor.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        String token = Token.next();
        gate.sql("delete from password_reset where person_id = :person and expires_at < :before")
                .param("person", person.get().value())
                .param("before", SqlArrays.instant(now.minus(KEPT)))
                .update();
        gate.sql("""
                insert into password_reset (token_sha256, person_id, asked_at, expires_at)
                values (:hash, :person, :now, :until)
                """)
                .param("hash", Token.sha256(token))
                .param("person", person.get().value())
                .param("now", SqlArrays.instant(now))
                .param("until", SqlArrays.instant(now.plus(LINK_VALID)))
                .update();
        return Optional.of(new Link(worksFor.getFirst(), address, token));
    }

    /** Whether the link still works. Changes nothing. */
    public boolean isOpen(String token) {
        return gate.sql("""
                select count(*) from password_reset
                where token_sha256 = :hash and used_at is null and expires_at > :now
                """)
                        .param("hash", Token.sha256(token))
                        .param("now", SqlArrays.instant(clock.instant()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Uses the link: the new password stands, all links of the person end, and so does every session.
     *
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field when the password is too short;
     *     {@link MerchantProblem#INVITATION_GONE} when the link was used, is too old or never was
     */
    public void choose(String token, String password) {
        String checked = JoinMerchant.checkedPassword(password);
        PersonId person = use(Token.sha256(token))
                .orElseThrow(
                        () -> new Problem(
                                MerchantProblem.INVITATION_GONE,
                                "This link was used, is too old or was never made. Ask for another one on the page you sign in at."));
        gate.sql("""
                update credential set password_hash = :hash, changed_at = :now where person_id = :person
                """)
                .param("hash", PasswordHash.of(checked))
                .param("now", SqlArrays.instant(clock.instant()))
                .param("person", person.value())
                .update();
        gate.sql("update password_reset set used_at = :now where person_id = :person and used_at is null")
                .param("now", SqlArrays.instant(clock.instant()))
                .param("person", person.value())
                .update();
        sessions.endAll(person);
    }

    private Optional<PersonId> use(byte[] hash) {
        return gate.sql("""
                update password_reset set used_at = :now
                where token_sha256 = :hash and used_at is null and expires_at > :now
                returning person_id
                """)
                .param("now", SqlArrays.instant(clock.instant()))
                .param("hash", hash)
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .optional();
    }
}
