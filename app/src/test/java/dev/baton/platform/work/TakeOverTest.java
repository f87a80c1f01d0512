package dev.baton.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** I22 where the database belongs to this process alone: nobody waits for the lease of a process that is dead. */
class TakeOverTest {

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final TestBaton baton = TestBaton.shared();
    private final DueWork due = baton.bean(DueWork.class);
    private final MerchantId merchant = baton.newMerchant();

    @Test
    void whatAKilledProcessHadBegunIsDueAgainAtOnce() {
        UUID subject = leased("trading.send");
        assertThat(dueSubjects()).doesNotContain(subject);

        baton.bean(TakeOver.class).endLeases();

        assertThat(dueSubjects()).contains(subject);
    }

    /** The store may not show yet what the dead process asked of it: asked at once, it would be told a second time. */
    @Test
    void whatAsksFirstRestsUntilTheLastCallOfTheDeadProcessIsOver() {
        UUID subject = leased("channels.fulfil");

        baton.bean(TakeOver.class).endLeases();

        assertThat(dueSubjects()).doesNotContain(subject);
        assertThat(secondsLeft(subject)).isBetween(1L, TakeOver.OUTSIDE.toSeconds());
    }

    @Test
    void leasesAreLeftToEndByThemselvesWhereOthersMayHoldThem() {
        UUID subject = leased("trading.send");

        baton.bean(TakeOver.class).start();

        assertThat(dueSubjects()).doesNotContain(subject);
    }

    private UUID leased(String kind) {
        UUID subject = baton.bean(Ids.class).next();
        baton.in(merchant, () -> {
            baton.bean(Work.class)
                    .add(
                            merchant,
                            List.of(new NewWork(
                                    "take-over", kind, subject, baton.clock().instant(), false)));
            return true;
        });
        List<UUID> ids = mine().map(DueWork.Due::id).toList();
        assertThat(due.claim(merchant, ids, LEASE)).hasSize(1);
        return subject;
    }

    private Stream<DueWork.Due> mine() {
        return due.find(DueWork.Place.START, 1_000, 2_000).due().stream()
                .filter(row -> row.merchant().equals(merchant));
    }

    private List<UUID> dueSubjects() {
        List<UUID> ids = mine().map(DueWork.Due::id).toList();
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select subject_id from work where merchant_id = :merchant and id = any(:ids::uuid[])")
                        .param("merchant", merchant.value())
                        .param("ids", dev.baton.platform.SqlArrays.uuids(ids))
                        .query(UUID.class)
                        .list());
    }

    private long secondsLeft(UUID subject) {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select extract(epoch from lease_until - clock_timestamp())::bigint from work"
                                + " where merchant_id = :merchant and subject_id = :subject")
                        .param("merchant", merchant.value())
                        .param("subject", subject)
                        .query(Long.class)
                        .single());
    }
}
