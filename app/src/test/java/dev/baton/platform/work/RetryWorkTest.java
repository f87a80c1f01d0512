package dev.baton.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.ParkedWork.Parked;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryWorkTest {

    /** Plans its next time whether or not there was anything to do. */
    private static final Set<String> COMES_ROUND =
            Set.of("console.morning.schedule", "portal.forget.schedule", "inventory.alerts.schedule");

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();

    static Stream<String> kinds() {
        return TestBaton.shared().all(WorkHandler.class).stream()
                .map(WorkHandler::kind)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bringsBackParkedWorkOfEveryKindAndClosesItsTask(String kind) {
        parked(kind);
        Parked work = list().getFirst();

        baton.bean(RetryWork.class).retry(merchant, work.id());

        assertThat(work.kind()).isEqualTo(kind);
        assertThat(work.reason()).isEqualTo("it broke");
        assertThat(list()).isEmpty();
        assertThat(baton.<Long>in(merchant, () -> baton.bean(Tasks.class).countOpen(merchant)))
                .isZero();
        // its subject does not exist, so that its handler finds nothing to do and the work ends; what comes round
        // may have planned its next time
        baton.runDue();
        assertThat(COMES_ROUND.contains(kind) ? dueRows() : rows()).isZero();
    }

    @Test
    void knowsNoWorkThatIsNotParked() {
        assertThatThrownBy(() -> baton.bean(RetryWork.class).retry(merchant, UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    private long dueRows() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant and due_at <= :now")
                        .param("merchant", merchant.value())
                        .param("now", SqlArrays.instant(baton.clock().instant()))
                        .query(Long.class)
                        .single());
    }

    private void parked(String kind) {
        UUID subject = UUID.randomUUID();
        Work work = baton.bean(Work.class);
        baton.bean(Tenancy.class)
                .run(
                        merchant,
                        () -> work.add(
                                merchant,
                                List.of(new NewWork(
                                        "queue", kind, subject, baton.clock().instant(), false))));
        DueWork due = baton.bean(DueWork.class);
        UUID id = baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select id from work where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(UUID.class)
                        .single());
        LeasedWork leased =
                due.claim(merchant, List.of(id), Duration.ofMinutes(1)).getFirst();
        baton.bean(Tenancy.class).run(merchant, () -> {
            work.park(merchant, leased, "it broke");
            baton.bean(Tasks.class)
                    .open(merchant, new NewTask(BatchRunner.PARKED, kind, subject, "Set aside", "Run it again."));
        });
    }

    private List<Parked> list() {
        return baton.in(merchant, () -> baton.bean(ParkedWork.class).page(merchant, null, 10));
    }

    private long rows() {
        return baton.<Long>in(
                merchant,
                () -> baton.jdbc()
                        .sql("select count(*) from work where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(Long.class)
                        .single());
    }
}
