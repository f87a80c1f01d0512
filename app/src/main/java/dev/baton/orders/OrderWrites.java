package dev.baton.orders;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders back, set-wise over the whole batch; every count must match, else the transaction dies. */
@Component
class OrderWrites {

    private final JdbcClient jdbc;
    private final HeadWrites heads;
    private final LineWrites lines;
    private final AllocationWrites allocations;
    private final Audit audit;
    private final Tasks tasks;
    private final Ids ids;
    private final Clock clock;

    OrderWrites(JdbcClient jdbc, OrderWriters writers, Audit audit, Tasks tasks, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.heads = writers.heads();
        this.lines = writers.lines();
        this.allocations = writers.allocations();
        this.audit = audit;
        this.tasks = tasks;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes what the act changed, with one audit row per order. */
    void save(MerchantId merchant, Collection<OrderState> states, String act, @Nullable String why) {
        Instant now = clock.instant();
        heads.insert(merchant, states.stream().filter(s -> s.fresh).toList());
        heads.update(
                merchant, states.stream().filter(s -> s.headTouched && !s.fresh).toList());
        lines.save(merchant, states, now);
        allocations.save(merchant, states);
        saveHolds(merchant, states, now);
        saveDecisions(merchant, states, now);
        audit.record(
                merchant,
                states.stream()
                        .map(state -> new AuditEntry(
                                act, "sales_order", state.head.id().value(), state.statusBefore(), state.status(), why))
                        .toList());
    }

    private void saveHolds(MerchantId merchant, Collection<OrderState> states, Instant now) {
        List<HoldState> fresh = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        List<HoldState> released = new ArrayList<>();
        List<SalesOrderId> decided = new ArrayList<>();
        for (OrderState state : states) {
            for (HoldState hold : state.holds) {
                if (hold.fresh) {
                    fresh.add(hold);
                    orders.add(state.head.id().value());
                } else if (hold.touched) {
                    released.add(hold);
                    if (AskCustomer.asksAbout(hold.kind)) {
                        decided.add(state.head.id());
                    }
                }
            }
        }
        insertHolds(merchant, fresh, orders, now);
        releaseHolds(merchant, released, now);
        decided.forEach(order -> tasks.closeFor(merchant, UnansweredQuestions.SILENT, order.value(), "it is decided"));
    }

    private void insertHolds(MerchantId merchant, List<HoldState> holds, List<UUID> orders, Instant now) {
        if (holds.isEmpty()) {
            return;
        }
        List<@Nullable UUID> lineIds = new ArrayList<>();
        List<@Nullable Instant> releasedAt = new ArrayList<>();
        List<@Nullable String> releasedWhy = new ArrayList<>();
        for (HoldState hold : holds) {
            lineIds.add(hold.line == null ? null : hold.line.value());
            releasedAt.add(hold.released ? now : null);
            releasedWhy.add(hold.releasedWhy);
        }
        jdbc.sql("""
                insert into hold (merchant_id, hold_id, sales_order_id, line_id, kind, detail, opened_at, released_at,
                                  released_why, waived)
                select :merchant, h.id, h.sales_order, h.line, h.kind, h.detail, :now, h.released_at, h.why, false
                from unnest(:ids::uuid[], :orders::uuid[], :lines::uuid[], :kinds::text[], :details::text[],
                            :released::timestamptz[], :whys::text[])
                     as h (id, sales_order, line, kind, detail, released_at, why)
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", SqlArrays.uuids(holds.stream().map(h -> h.id).toList()))
                .param("orders", SqlArrays.uuids(orders))
                .param("lines", SqlArrays.uuids(lineIds))
                .param(
                        "kinds",
                        SqlArrays.texts(holds.stream().map(h -> h.kind.name()).toList()))
                .param(
                        "details",
                        SqlArrays.texts(holds.stream().map(h -> h.detail).toList()))
                .param("released", SqlArrays.instants(releasedAt))
                .param("whys", SqlArrays.texts(releasedWhy))
                .update();
    }

    private void releaseHolds(MerchantId merchant, List<HoldState> holds, Instant now) {
        if (holds.isEmpty()) {
            return;
        }
        List<@Nullable String> whys = new ArrayList<>();
        boolean[] waived = new boolean[holds.size()];
        for (int i = 0; i < holds.size(); i++) {
            whys.add(holds.get(i).releasedWhy);
            waived[i] = holds.get(i).waived;
        }
        int updated = jdbc.sql("""
                update hold h set released_at = :now, released_why = r.why, waived = r.waived
                from unnest(:ids::uuid[], :whys::text[], :waived::bool[]) as r (id, why, waived)
                where h.merchant_id = :merchant and h.hold_id = r.id and h.released_at is null
                """)
                .param("now", SqlArrays.instant(now))
                .param("ids", SqlArrays.uuids(holds.stream().map(h -> h.id).toList()))
                .param("whys", SqlArrays.texts(whys))
                .param("waived", SqlArrays.bools(waived))
                .param("merchant", merchant.value())
                .update();
        mustMatch(updated, holds.size(), "hold");
    }

    private void saveDecisions(MerchantId merchant, Collection<OrderState> states, Instant now) {
        List<UUID> rowIds = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        for (OrderState state : states) {
            for (String body : state.decisions) {
                rowIds.add(ids.next());
                orders.add(state.head.id().value());
                bodies.add(body);
            }
        }
        if (rowIds.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into decision (merchant_id, decision_id, sales_order_id, decided_at, body)
                select :merchant, d.id, d.sales_order, :now, d.body
                from unnest(:ids::uuid[], :orders::uuid[], :bodies::text[]) as d (id, sales_order, body)
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("ids", SqlArrays.uuids(rowIds))
                .param("orders", SqlArrays.uuids(orders))
                .param("bodies", SqlArrays.texts(bodies))
                .update();
    }

    static void mustMatch(int changed, int expected, String what) {
        if (changed != expected) {
            throw new IllegalStateException(
                    "expected to change " + expected + " rows of " + what + " but changed " + changed);
        }
    }
}
