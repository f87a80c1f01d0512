package dev.baton.platform.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.testing.TestBaton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InPartsTest {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final InParts.Pause SOON = new InParts.Pause(Duration.ofSeconds(1), "more is left");

    private final TestBaton baton = TestBaton.shared();
    private final MerchantId merchant = baton.newMerchant();
    private final InParts parts = baton.bean(InParts.class);
    private final List<Integer> seen = new ArrayList<>();

    @Test
    void goesOnFromPartToPartAndFinishesTheWork() {
        parts.run(merchant, leased(), SOON, this::ofThree);

        assertThat(seen).containsExactly(0, 1, 2);
        assertThat(reasons()).isEmpty();
    }

    @Test
    void givesTheWorkBackWhenTheLeaseHasTooLittleLeft() {
        parts.run(merchant, leased(), new InParts.Pause(LEASE.multipliedBy(2), "more is left"), this::ofThree);

        assertThat(seen).containsExactly(0);
        assertThat(reasons()).containsExactly("more is left");
    }

    @Test
    void takesTheLastPartBackWhenSomebodyElseHasTheWork() {
        LeasedWork mine = leased();
        LeasedWork older = new LeasedWork(
                mine.id(),
                merchant,
                mine.queue(),
                mine.kind(),
                mine.subject(),
                mine.attempts(),
                mine.fence() - 1,
                mine.leaseEndNanos());
        Tasks tasks = baton.bean(Tasks.class);

        assertThatThrownBy(() -> parts.<Integer>run(merchant, older, SOON, from -> {
                    tasks.open(merchant, new NewTask("test.part", "sku", UUID.randomUUID(), "one", "two"));
                    return ofThree(from);
                }))
                .isInstanceOf(LostLease.class);

        assertThat(baton.<Long>in(merchant, () -> tasks.countOpen(merchant)))
                .as("the first two stand")
                .isEqualTo(2);
    }

    private @Nullable Integer ofThree(@Nullable Integer from) {
        int part = from == null ? 0 : from;
        seen.add(part);
        return part == 2 ? null : part + 1;
    }

    private LeasedWork leased() {
        UUID subject = UUID.randomUUID();
        baton.bean(Tenancy.class)
                .run(
                        merchant,
                        () -> baton.bean(Work.class)
                                .add(
                                        merchant,
                                        List.of(new NewWork(
                                                "queue",
                                                "test.in-parts",
                                                subject,
                                                baton.clock().instant(),
                                                false))));
        UUID id = baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select id from work where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(UUID.class)
                        .single());
        return baton.bean(DueWork.class).claim(merchant, List.of(id), LEASE).getFirst();
    }

    /** Of the work there still is. */
    private List<String> reasons() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select coalesce(reason, '') from work where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(String.class)
                        .list());
    }
}
