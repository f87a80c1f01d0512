package dev.baton.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.Audit;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.ProblemCode;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Who works for a merchant, on a real database. */
class PeopleTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestBaton baton = TestBaton.shared();
    private final People people = baton.bean(People.class);
    private final JoinMerchant join = baton.bean(JoinMerchant.class);
    private final MerchantId merchant = baton.newMerchant();
    private final String ada = "ada-" + UUID.randomUUID() + "@example.org";
    private final String ben = "ben-" + UUID.randomUUID() + "@example.org";
    private final PersonId owner = join.joinAsOwner(merchant, ada, PASSWORD);

    @Test
    void whoIsInvitedJoinsInThatRole() {
        String token = people.invite(merchant, ben, Role.SUPPORT);
        assertThat(people.invitations(merchant))
                .singleElement()
                .matches(open -> open.email().equals(ben) && open.role() == Role.SUPPORT);

        PersonId joined = join.accept(token, "", PASSWORD);

        assertThat(people.invitations(merchant)).isEmpty();
        assertThat(people.of(merchant))
                .extracting(MemberView::email, MemberView::role, MemberView::canSignIn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ada, Role.OWNER, true),
                        org.assertj.core.groups.Tuple.tuple(ben, Role.SUPPORT, true));
        assertThat(people.merchantsOf(joined)).containsExactly(merchant);
    }

    @Test
    void whoHasAPasswordJoinsAnotherMerchantWithoutOne() {
        MerchantId second = baton.newMerchant();
        String token = people.invite(second, ada, Role.FINANCE);
        assertThat(join.isForSomebodyKnown(token)).isTrue();
        assertThat(join.isForSomebodyKnown(people.invite(second, ben, Role.FINANCE)))
                .isFalse();

        assertThat(join.accept(token, "", "")).isEqualTo(owner);

        assertThat(people.merchantsOf(owner)).containsExactlyInAnyOrder(merchant, second);
    }

    @Test
    void aLinkThatIsRevokedOpensNothing() {
        String token = people.invite(merchant, ben, Role.VIEWER);
        String handle = people.invitations(merchant).getFirst().handle();
        MerchantId other = baton.newMerchant();

        refused(CommonProblem.NOT_FOUND, () -> people.revoke(other, handle));
        refused(CommonProblem.NOT_FOUND, () -> people.revoke(merchant, "nothing"));
        people.revoke(merchant, handle);

        refused(CommonProblem.NOT_FOUND, () -> people.revoke(merchant, handle));
        refused(MerchantProblem.INVITATION_GONE, () -> join.accept(token, "", PASSWORD));
    }

    @Test
    void refusesToInviteWhoIsNoAddressOrWorksThere() {
        refused(MerchantProblem.SIGN_UP_INVALID, () -> people.invite(merchant, "nobody", Role.VIEWER));
        refused(MerchantProblem.SIGN_UP_INVALID, () -> people.invite(merchant, ada, Role.VIEWER));
    }

    @Test
    void theLastOwnerStaysOwner() {
        PersonId second = joined(Role.OPERATIONS);

        refused(CommonProblem.CONFLICT, () -> people.changeRole(merchant, owner, Role.VIEWER));
        refused(CommonProblem.CONFLICT, () -> people.remove(merchant, owner));
        people.changeRole(merchant, second, Role.OWNER);
        people.changeRole(merchant, owner, Role.VIEWER);
        people.remove(merchant, owner);

        assertThat(people.of(merchant)).extracting(MemberView::person).containsExactly(second);
        assertThat(people.merchantsOf(owner)).isEmpty();
        refused(CommonProblem.NOT_FOUND, () -> people.remove(merchant, owner));
    }

    @Test
    void whoLeftComesBackInTheRoleOfTheNextInvitation() {
        PersonId second = joined(Role.OPERATIONS);
        people.remove(merchant, second);

        join.accept(people.invite(merchant, ben, Role.VIEWER), "", "");

        assertThat(people.of(merchant))
                .anyMatch(member -> member.person().equals(second) && member.role() == Role.VIEWER);
    }

    @Test
    void ofTwoOwnersWhoMakeEachOtherLessAtOnceOneRemains() throws Exception {
        for (int round = 0; round < 10; round++) {
            MerchantId ours = baton.newMerchant();
            PersonId one = join.joinAsOwner(ours, "one-" + UUID.randomUUID() + "@example.org", PASSWORD);
            PersonId two = join.joinAsOwner(ours, "two-" + UUID.randomUUID() + "@example.org", PASSWORD);
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Future<?>> both = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (PersonId other : List.of(one, two)) {
                    both.add(threads.submit(() -> {
                        barrier.await();
                        try {
                            people.changeRole(ours, other, Role.VIEWER);
                        } catch (Problem refused) {
                            assertThat(refused.code()).isEqualTo(CommonProblem.CONFLICT);
                        }
                        return null;
                    }));
                }
                for (Future<?> each : both) {
                    each.get();
                }
            }
            assertThat(join.hasOwner(ours)).isTrue();
        }
    }

    @Test
    void theAuditNamesThePersonAndHasNothingOfWhatWasRefused() {
        PersonId second = joined(Role.OPERATIONS);

        Acting.as(new Actor.Person(owner.value()), null, () -> {
            people.changeRole(merchant, second, Role.FINANCE);
            return true;
        });
        refused(CommonProblem.CONFLICT, () -> people.remove(merchant, owner));

        List<Audit.AuditLine> lines = baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> baton.bean(Audit.class).of(merchant, List.of(second.value(), owner.value()), 100));
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.actorKind()).isEqualTo("person");
            assertThat(line.actorId()).isEqualTo(owner.value().toString());
            assertThat(line.act()).isEqualTo("ChangeRole");
            assertThat(line.from()).isEqualTo("operations");
            assertThat(line.to()).isEqualTo("finance");
        });
    }

    private PersonId joined(Role role) {
        return join.accept(people.invite(merchant, ben, role), "", PASSWORD);
    }

    private static void refused(ProblemCode code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
