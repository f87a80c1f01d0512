package dev.baton.merchants;

import dev.baton.merchants.Directory.Credential;
import dev.baton.merchants.Directory.Invitation;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People join a merchant: its owner at the first start, by a password given there or by a one-time link. */
@Component
public final class JoinMerchant {

    /** How long a one-time link works. */
    public static final Duration LINK_VALID = Duration.ofDays(7);

    /** Fewest characters of a password (NIST SP 800-63B asks for 8 at least, longer ones are better). */
    public static final int SHORTEST_PASSWORD = 12;

    /** How many merchants one installation serves. */
    public static final int MOST_MERCHANTS = Directory.MOST_MERCHANTS;

    private static final String OWNER = "owner";
    private static final int LONGEST_PASSWORD = 256;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final Directory directory;

    JoinMerchant(Directory directory) {
        this.directory = directory;
    }

    /** The merchants this installation serves, oldest first, {@link #MOST_MERCHANTS} at most; empty before the first start is through. */
    public List<MerchantId> merchants() {
        return directory.merchants();
    }

    /** Whether the merchant has an owner who can sign in. */
    public boolean hasOwner(MerchantId merchant) {
        return directory.has(merchant, OWNER);
    }

    /**
     * Makes a one-time link's token by which the owner joins, or chooses a password.
     *
     * @param email who is the owner from now on; null = whoever holds the link says so
     * @return the token; only its hash is stored
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field
     */
    public String inviteOwner(MerchantId merchant, @Nullable String email) {
        String token = Token.next();
        String invited = email == null ? null : checkedEmail(email);
        if (invited != null) {
            directory.join(directory.person(invited), merchant, OWNER);
        }
        directory.invite(Token.sha256(token), new Invitation(merchant, OWNER, invited), LINK_VALID);
        return token;
    }

    /**
     * Makes somebody the owner: at once whoever signs in here already, by a one-time link whoever does not.
     *
     * @return the link's token; empty where none is needed
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field
     */
    public Optional<String> appointOwner(MerchantId merchant, String email) {
        String address = checkedEmail(email);
        Optional<Credential> known = directory.credential(address);
        if (known.isEmpty()) {
            return Optional.of(inviteOwner(merchant, address));
        }
        directory.join(known.get().person(), merchant, OWNER);
        return Optional.empty();
    }

    /**
     * The owner joins with an address and a password.
     *
     * @throws Problem {@link MerchantProblem#SIGN_UP_INVALID} with the field
     */
    public PersonId joinAsOwner(MerchantId merchant, String email, String password) {
        return join(merchant, OWNER, checkedEmail(email), checkedPassword(password));
    }

    /** Whom the link invites: an address, or an empty text when the holder is to name one. Changes nothing. */
    public String invited(String token) {
        Invitation invitation = directory.open(Token.sha256(token)).orElseThrow(JoinMerchant::gone);
        return invitation.email() == null ? "" : invitation.email();
    }

    /** Whether the link is for somebody who signs in here already, and needs no password. Changes nothing. */
    public boolean isForSomebodyKnown(String token) {
        String email = invited(token);
        return !email.isEmpty() && directory.credential(email).isPresent();
    }

    /**
     * Uses a one-time link; two taps have one effect. Somebody who has a password already keeps it, and needs to give
     * none where the invitation names the address it was mailed to.
     *
     * @param email ignored when the invitation names one
     * @throws Problem {@link MerchantProblem#INVITATION_GONE}, {@link MerchantProblem#SIGN_UP_INVALID}
     */
    public PersonId accept(String token, String email, String password) {
        byte[] hash = Token.sha256(token);
        Invitation invitation = directory.open(hash).orElseThrow(JoinMerchant::gone);
        String address = invitation.email() == null ? checkedEmail(email) : invitation.email();
        boolean known =
                invitation.email() != null && directory.credential(address).isPresent();
        String checked = known ? "" : checkedPassword(password);
        if (!directory.use(hash)) {
            throw gone();
        }
        return join(invitation.merchant(), invitation.role(), address, checked);
    }

    /** Somebody who has a password already keeps it: a link must not change it. */
    private PersonId join(MerchantId merchant, String role, String email, String password) {
        PersonId person = directory.person(email);
        if (!directory.hasCredential(person)) {
            directory.credential(person, PasswordHash.of(password));
        }
        directory.join(person, merchant, role);
        return person;
    }

    /**
     * The address as it is kept: lower case, without blanks around it.
     *
     * @throws Problem SIGN_UP_INVALID when nobody can be reached at it
     */
    public static String checkedEmail(String email) {
        String address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new Problem(
                    MerchantProblem.SIGN_UP_INVALID, "Give an e-mail address such as owner@example.org.", "email");
        }
        return address;
    }

    static String checkedPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Problem(
                    MerchantProblem.SIGN_UP_INVALID,
                    "Choose a password of " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD + " characters.",
                    "password");
        }
        return password;
    }

    private static Problem gone() {
        return new Problem(
                MerchantProblem.INVITATION_GONE,
                "This link was used, is too old or was never made. Ask whoever invited you for another one; while nobody has joined, restart Baton for a new one.");
    }
}
