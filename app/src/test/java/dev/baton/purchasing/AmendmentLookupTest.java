package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.orders.SalesOrderId;
import dev.baton.purchasing.AmendmentLookup.After;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Amendments in pages: what stands first, and nothing left out. */
class AmendmentLookupTest {

    private final AmendedRoad at = new AmendedRoad();
    private final AmendmentLookup lookup = at.road.baton.bean(AmendmentLookup.class);

    @AfterEach
    void close() {
        at.close();
    }

    private Amendment asked(String order) {
        SalesOrderId placed = at.road.place(order, "LAMP×1");
        at.road.work();
        at.change(at.road.shop.order(order, "LAMP×1").to(AmendedRoad.NEW_STREET));
        at.road.work();
        return at.last(placed);
    }

    private void answer(Amendment question) {
        at.road
                .baton
                .bean(AnswerAmendment.class)
                .answer(
                        at.road.merchant,
                        at.acme,
                        at.road
                                .baton
                                .in(
                                        at.road.merchant,
                                        () -> at.road
                                                .baton
                                                .bean(PurchaseOrderLookup.class)
                                                .find(at.road.merchant, question.purchaseOrder()))
                                .orElseThrow()
                                .number(),
                        new AnswerAmendment.AmendmentReply(question.id(), true, null));
    }

    private List<Amendment> page(boolean onlyOpen, @Nullable After after, int limit) {
        return at.road.baton.in(at.road.merchant, () -> lookup.page(at.road.merchant, onlyOpen, after, limit));
    }

    private List<Amendment> of(SupplierId supplier, boolean onlyOpen) {
        return at.road.baton.in(
                at.road.merchant, () -> lookup.pageOfSupplier(at.road.merchant, supplier, onlyOpen, null, 10));
    }

    private static After after(Amendment last) {
        return new After(last.status().live(), last.id());
    }

    @Test
    void showsWhatStandsBeforeWhatIsOverEachNewestFirst() {
        Amendment first = asked("1");
        Amendment second = asked("2");
        Amendment third = asked("3");
        Amendment fourth = asked("4");
        answer(second);
        answer(fourth);

        assertThat(page(false, null, 10))
                .extracting(Amendment::id)
                .containsExactly(third.id(), first.id(), fourth.id(), second.id());
        assertThat(page(true, null, 10)).extracting(Amendment::id).containsExactly(third.id(), first.id());
        List<AmendmentId> read = new ArrayList<>();
        After after = null;
        for (List<Amendment> page = page(false, null, 1); !page.isEmpty(); page = page(false, after, 1)) {
            read.add(page.getFirst().id());
            after = after(page.getFirst());
        }
        assertThat(read).containsExactly(third.id(), first.id(), fourth.id(), second.id());
    }

    @Test
    void oneThatIsAnsweredBetweenTwoPagesIsNotLeftOut() {
        Amendment first = asked("1");
        Amendment second = asked("2");
        After end = after(page(false, null, 1).getFirst());

        answer(first);

        assertThat(page(false, end, 10)).extracting(Amendment::id).containsExactly(first.id());
        assertThat(second.status()).isEqualTo(Amendment.Status.ASKED);
    }

    @Test
    void aSupplierSeesWhatItWasAskedAndNothingElse() {
        SupplierId other = at.road.supplier("OTHER", Netting.GROSS);
        Amendment mine = asked("1");
        SalesOrderId held = at.road.place("2", "LAMP×1");
        at.road.work();
        at.change(at.road.shop.order("2", "LAMP×1").to(AmendedRoad.VIENNA));
        assertThat(at.last(held).status()).isEqualTo(Amendment.Status.HELD);

        assertThat(of(at.acme, false)).extracting(Amendment::id).containsExactly(mine.id());
        assertThat(of(at.acme, true)).extracting(Amendment::id).containsExactly(mine.id());
        assertThat(of(other, false)).isEmpty();
        assertThat(page(true, null, 10)).hasSize(2);
        answer(mine);
        assertThat(of(at.acme, true)).isEmpty();
        assertThat(of(at.acme, false)).hasSize(1);
    }
}
