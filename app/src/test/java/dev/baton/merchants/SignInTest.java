package dev.baton.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Sessions, and what is not told to whoever tries; each test has an address and a network address of its own. */
class SignInTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestBaton baton = TestBaton.shared();
    private final SignIn signIn = baton.bean(SignIn.class);
    private final JoinMerchant join = baton.bean(JoinMerchant.class);
    private final MerchantId merchant = baton.newMerchant();
    private final String email = "ada-" + UUID.randomUUID() + "@example.org";
    private final SignIn.Visitor visitor =
            new SignIn.Visitor("Browser 1", UUID.randomUUID().toString());

    @Test
    void opensTheBooksOfTheOneMerchantThePersonWorksFor() {
        PersonId person = join.joinAsOwner(merchant, email, PASSWORD);

        SignedIn who =
                signIn.who(token(email.toUpperCase(java.util.Locale.ROOT))).orElseThrow();

        assertThat(who.person()).isEqualTo(person);
        assertThat(who.email()).isEqualTo(email);
        assertThat(who.merchant()).isEqualTo(merchant);
        assertThat(who.role()).isEqualTo(Role.OWNER);
    }

    @Test
    void aWrongPasswordAndAnAddressNobodyHasGetTheSameAnswer() {
        join.joinAsOwner(merchant, email, PASSWORD);

        assertThat(signIn.open(email, "wrong horse battery", visitor)).isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.open("no-" + email, PASSWORD, visitor)).isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.open(email, "x".repeat(5_000), visitor)).isEqualTo(new SignInOutcome.Refused());
    }

    @Test
    void anAddressNobodyHasTakesTheWorkOfAPassword() {
        join.joinAsOwner(merchant, email, PASSWORD);
        signIn.open(email, "wrong horse battery", visitor);

        long known = nanos(email);
        long unknown = nanos("no-" + email);

        assertThat(unknown).as("hashing is the work of it").isGreaterThan(known / 4);
    }

    private long nanos(String address) {
        long began = System.nanoTime();
        signIn.open(
                address,
                "wrong horse battery",
                new SignIn.Visitor("", UUID.randomUUID().toString()));
        return System.nanoTime() - began;
    }

    @Test
    void tooManyWrongPasswordsAreRefusedWhetherTheAddressIsKnownOrNot() {
        join.joinAsOwner(merchant, email, PASSWORD);
        for (String address : List.of(email, "no-" + email)) {
            for (int i = 0; i < SignInWindows.PER_ACCOUNT; i++) {
                assertThat(signIn.open(address, "wrong horse battery", from(i))).isEqualTo(new SignInOutcome.Refused());
            }
            assertThat(signIn.open(address, PASSWORD, from(99)))
                    .as("even the right one")
                    .isEqualTo(new SignInOutcome.TooOften(SignInWindows.WINDOW));
        }

        baton.clock().advance(SignInWindows.WINDOW.plusSeconds(1));

        assertThat(token(email)).isNotEmpty();
    }

    private static SignIn.Visitor from(int place) {
        return new SignIn.Visitor("", place + "-" + UUID.randomUUID());
    }

    @Test
    void oneNetworkAddressCannotTryManyPeople() {
        for (int i = 0; i < SignInWindows.PER_ADDRESS; i++) {
            signIn.open(i + "-" + email, "", visitor);
        }

        assertThat(signIn.open("another-" + email, "", visitor)).isInstanceOf(SignInOutcome.TooOften.class);
        assertThat(signIn.open("another-" + email, "", from(1))).isInstanceOf(SignInOutcome.Refused.class);
    }

    @Test
    void theRightPasswordUsesUpNothing() {
        join.joinAsOwner(merchant, email, PASSWORD);

        for (int i = 0; i < SignInWindows.PER_ACCOUNT * 2; i++) {
            assertThat(signIn.open(email, PASSWORD, visitor)).isInstanceOf(SignInOutcome.Opened.class);
        }
    }

    @Test
    void aSessionEndsAlone() {
        PersonId person = join.joinAsOwner(merchant, email, PASSWORD);
        String one = token(email);
        String two = token(email);
        UUID first = signIn.who(one).orElseThrow().session();

        assertThat(signIn.sessions(person))
                .hasSize(2)
                .allMatch(session -> session.agent().equals("Browser 1"));
        assertThat(signIn.end(new PersonId(UUID.randomUUID()), first))
                .as("somebody else's")
                .isFalse();
        assertThat(signIn.end(person, first)).isTrue();
        assertThat(signIn.end(person, first)).as("again").isFalse();

        assertThat(signIn.who(one)).isEmpty();
        assertThat(signIn.who(two)).isPresent();
    }

    @Test
    void allOtherSessionsEndAtOnce() {
        join.joinAsOwner(merchant, email, PASSWORD);
        String mine = token(email);
        String other = token(email);

        assertThat(signIn.endOthers(signIn.who(mine).orElseThrow())).isEqualTo(1);

        assertThat(signIn.who(other)).isEmpty();
        assertThat(signIn.who(mine)).isPresent();
    }

    @Test
    void aSessionNobodyUsesEndsByItselfAndOneThatIsUsedEndsAfterAWeek() {
        join.joinAsOwner(merchant, email, PASSWORD);
        String unused = token(email);
        String used = token(email);

        for (Duration passed = Duration.ZERO;
                passed.compareTo(StaffSessions.LIFE.minusHours(11)) < 0;
                passed = passed.plusHours(11)) {
            assertThat(signIn.who(used)).as("after " + passed).isPresent();
            baton.clock().advance(Duration.ofHours(11));
        }

        assertThat(signIn.who(unused)).isEmpty();
        baton.clock().advance(Duration.ofHours(11));
        assertThat(signIn.who(used)).isEmpty();
    }

    @Test
    void aTokenNobodyMadeIsNobody() {
        assertThat(signIn.who(null)).isEmpty();
        assertThat(signIn.who("")).isEmpty();
        assertThat(signIn.who("x".repeat(10_000))).isEmpty();
    }

    @Test
    void whoWorksForTwoChoosesAndSwitches() {
        MerchantId second = baton.newMerchant();
        MerchantId foreign = baton.newMerchant();
        PersonId person = join.joinAsOwner(merchant, email, PASSWORD);
        join.joinAsOwner(second, email, PASSWORD);
        String token = token(email);
        SignedIn who = signIn.who(token).orElseThrow();

        assertThat(who.merchant()).as("not chosen yet").isNull();
        assertThat(baton.bean(People.class).merchantsOf(person)).containsExactlyInAnyOrder(merchant, second);
        assertThat(signIn.choose(who, foreign)).isFalse();
        assertThat(signIn.choose(who, second)).isTrue();
        assertThat(signIn.who(token).orElseThrow().merchant()).isEqualTo(second);
        assertThat(signIn.choose(who, merchant)).isTrue();
        assertThat(signIn.who(token).orElseThrow().merchant()).isEqualTo(merchant);
    }

    @Test
    void anotherPasswordEndsTheOtherSessions() {
        join.joinAsOwner(merchant, email, PASSWORD);
        String mine = token(email);
        String other = token(email);
        SignedIn who = signIn.who(mine).orElseThrow();

        assertThatThrownBy(() -> signIn.changePassword(who, "wrong horse battery", "a new good password", visitor))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.field()).isEqualTo("present"));
        assertThatThrownBy(() -> signIn.changePassword(who, PASSWORD, "short", visitor))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.field()).isEqualTo("password"));
        signIn.changePassword(who, PASSWORD, "a new good password", visitor);

        assertThat(signIn.who(other)).isEmpty();
        assertThat(signIn.who(mine)).isPresent();
        assertThat(signIn.open(email, PASSWORD, visitor)).isEqualTo(new SignInOutcome.Refused());
        assertThat(signIn.open(email, "a new good password", visitor)).isInstanceOf(SignInOutcome.Opened.class);
    }

    @Test
    void anotherPasswordCannotBeTriedForEver() {
        join.joinAsOwner(merchant, email, PASSWORD);
        SignedIn who = signIn.who(token(email)).orElseThrow();
        for (int i = 0; i < SignInWindows.PER_ACCOUNT; i++) {
            assertThatThrownBy(() -> signIn.changePassword(who, "wrong horse battery", "a new good password", visitor))
                    .isInstanceOf(Problem.class);
        }

        assertThatThrownBy(() -> signIn.changePassword(who, PASSWORD, "a new good password", visitor))
                .hasMessageContaining("too often");
    }

    private String token(String address) {
        return ((SignInOutcome.Opened) signIn.open(address, PASSWORD, visitor)).token();
    }
}
