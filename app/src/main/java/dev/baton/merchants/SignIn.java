package dev.baton.merchants;

import dev.baton.merchants.Directory.Credential;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People sign in with their address and password, and end what they began. */
@Component
public final class SignIn {

    /** Passwords that are hashed at once: each takes 19 MiB for some hundredths of a second. */
    private static final int AT_ONCE = 4;

    private static final int LONGEST = 256;

    /** What an address nobody has is compared with, so that its answer takes as long. */
    private static final String NOBODYS = PasswordHash.ofNobody();

    private final Directory directory;
    private final Members members;
    private final StaffSessions sessions;
    private final SignInWindows windows;
    private final Semaphore hashing = new Semaphore(AT_ONCE);

    SignIn(Directory directory, Members members, StaffSessions sessions, SignInWindows windows) {
        this.directory = directory;
        this.members = members;
        this.sessions = sessions;
        this.windows = windows;
    }

    /** How long a session lasts that is used. */
    public static Duration life() {
        return StaffSessions.LIFE;
    }

    /**
     * Where a try comes from.
     *
     * @param agent what the browser calls itself
     * @param address network address in one spelling
     */
    public record Visitor(String agent, String address) {}

    /**
     * Begins a session when address and password belong together. An address nobody has and a wrong password take the
     * same work and get the same answer; so do too many tries for either.
     */
    public SignInOutcome open(String email, String password, Visitor visitor) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        Optional<Duration> tooOften = windows.take(address, visitor.address());
        if (tooOften.isPresent()) {
            return new SignInOutcome.TooOften(tooOften.get());
        }
        Optional<Credential> known = directory.credential(address);
        boolean right = matches(password, known.map(Credential::passwordHash).orElse(NOBODYS));
        if (known.isEmpty() || !right) {
            return new SignInOutcome.Refused();
        }
        windows.giveBack(address, visitor.address());
        PersonId person = known.get().person();
        List<MerchantId> worksFor = members.merchantsOf(person);
        String token = Token.next();
        sessions.begin(
                person,
                worksFor.size() == 1 ? worksFor.getFirst() : null,
                Token.sha256(token),
                visitor.agent(),
                visitor.address());
        return new SignInOutcome.Opened(token);
    }

    /** Who uses the browser with this cookie; empty when the session ended, ran out, or never was. Notes the use. */
    public Optional<SignedIn> who(@Nullable String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        Optional<StaffSessions.Living> living = sessions.living(Token.sha256(token));
        living.ifPresent(sessions::seen);
        return living.map(StaffSessions.Living::who);
    }

    /** The person's sessions that live, the last used first. */
    public List<SessionView> sessions(PersonId person) {
        return sessions.of(person);
    }

    /** Ends one of the person's own sessions; false when it had ended already or is not the person's. */
    public boolean end(PersonId person, UUID session) {
        return sessions.end(person, session);
    }

    /** Ends all of the person's sessions but this one, and answers how many there were. */
    public int endOthers(SignedIn who) {
        return sessions.endAllBut(who.person(), who.session());
    }

    /** Opens the books of another merchant in this browser; false when the person does not work there. */
    public boolean choose(SignedIn who, MerchantId merchant) {
        return sessions.choose(who, merchant);
    }

    /**
     * Puts another password in the place of the present one, and ends every other session of the person.
     *
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field: the present one is wrong, was tried too
     *     often, or the new one is too short
     */
    public void changePassword(SignedIn who, String present, String next, Visitor visitor) {
        if (windows.take(who.email(), visitor.address()).isPresent()) {
            throw new Problem(
                    MerchantProblem.SIGN_UP_INVALID,
                    "That was tried too often; try again in a quarter of an hour.",
                    "present");
        }
        Credential known = directory
                .credential(who.email())
                .filter(each -> matches(present, each.passwordHash()))
                .orElseThrow(() ->
                        new Problem(MerchantProblem.SIGN_UP_INVALID, "This is not your present password.", "present"));
        windows.giveBack(who.email(), visitor.address());
        String checked = JoinMerchant.checkedPassword(next);
        if (!directory.change(known, PasswordHash.of(checked))) {
            throw new Problem(
                    MerchantProblem.SIGN_UP_INVALID, "The password was changed a moment ago; sign in anew.", "present");
        }
        sessions.endAllBut(who.person(), who.session());
    }

    private boolean matches(String password, String phc) {
        String tried = password.length() > LONGEST ? "" : password;
        hashing.acquireUninterruptibly();
        try {
            return PasswordHash.matches(tried, phc);
        } finally {
            hashing.release();
        }
    }
}
