package dev.baton.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How people come to a merchant, on a real database; addresses are new in each test, for people are global. */
class JoinMerchantTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestBaton baton = TestBaton.shared();
    private final JoinMerchant people = baton.bean(JoinMerchant.class);
    private final MerchantId merchant = baton.newMerchant();
    private final String address = "Owner-" + UUID.randomUUID() + "@example.org";

    @Test
    void theOwnerJoinsByALinkThatNamesNobody() {
        String token = people.inviteOwner(merchant, null);

        assertThat(people.invited(token)).isEmpty();
        assertThat(people.hasOwner(merchant)).isFalse();
        people.accept(token, address, PASSWORD);

        assertThat(people.hasOwner(merchant)).isTrue();
        assertThat(people.merchants()).contains(merchant);
    }

    @Test
    void aLinkThatNamesAnAddressIsForThatAddressOnly() {
        String token = people.inviteOwner(merchant, address);

        PersonId joined = people.accept(token, "somebody-else@example.org", PASSWORD);

        assertThat(people.invited(people.inviteOwner(merchant, address))).isEqualToIgnoringCase(address);
        assertThat(people.joinAsOwner(merchant, address, PASSWORD)).isEqualTo(joined);
    }

    @Test
    void twoTapsOnALinkHaveOneEffect() {
        String token = people.inviteOwner(merchant, null);
        people.accept(token, address, PASSWORD);

        refused(
                MerchantProblem.INVITATION_GONE,
                () -> people.accept(token, "second-" + address, "another password too"));
        refused(MerchantProblem.INVITATION_GONE, () -> people.invited(token));
    }

    @Test
    void aLinkEndsAfterAWeek() {
        String token = people.inviteOwner(merchant, null);

        baton.clock().advance(JoinMerchant.LINK_VALID.plus(Duration.ofSeconds(1)));

        refused(MerchantProblem.INVITATION_GONE, () -> people.accept(token, address, PASSWORD));
    }

    @Test
    void whoHasAPasswordKeepsItWhenTheyJoinAnotherMerchant() {
        PersonId first = people.joinAsOwner(merchant, address, PASSWORD);
        MerchantId second = baton.newMerchant();

        PersonId again =
                people.joinAsOwner(second, address.toUpperCase(java.util.Locale.ROOT), "a quite different one");

        assertThat(again).isEqualTo(first);
        assertThat(people.hasOwner(second)).isTrue();
    }

    @Test
    void whoSignsInHereOwnsAnotherMerchantAtOnceAndNobodyElseDoes() {
        assertThat(people.appointOwner(merchant, address)).hasValueSatisfying(token -> {
            assertThat(people.hasOwner(merchant)).isFalse();
            people.accept(token, "", PASSWORD);
        });
        MerchantId second = baton.newMerchant();

        assertThat(people.appointOwner(second, " " + address)).isEmpty();

        assertThat(people.hasOwner(merchant)).isTrue();
        assertThat(people.hasOwner(second)).isTrue();
    }

    @Test
    void refusesWhatIsNoAddressAndAPasswordThatIsTooShort() {
        refused(MerchantProblem.SIGN_UP_INVALID, () -> people.joinAsOwner(merchant, "nobody", PASSWORD));
        refused(MerchantProblem.SIGN_UP_INVALID, () -> people.joinAsOwner(merchant, address, "short"));
        assertThat(people.hasOwner(merchant)).isFalse();
    }

    @Test
    void anUnusableTryLeavesTheLinkAsItIs() {
        String token = people.inviteOwner(merchant, null);

        refused(MerchantProblem.SIGN_UP_INVALID, () -> people.accept(token, address, "short"));

        assertThat(people.accept(token, address, PASSWORD)).isNotNull();
    }

    private static void refused(MerchantProblem code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
