package dev.baton.purchasing;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.suppliers.SupplierId;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Purchase orders as a person pages through them. The status has no index, so that a change of it stays in place: a page
 * is looked for in stretches of a key, of bounded length. Every method needs an open transaction of the merchant.
 */
@Component
public final class PurchaseOrderBoard {

    private static final int STRETCH = 1_000;
    private static final int MOST_LOOKED_THROUGH = 10_000;
    private static final UUID TOP = new UUID(-1L, -1L);
    private static final UUID BOTTOM = new UUID(0L, 0L);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static final String LOOK = """
            select id, send_after,
                   (:supplier::uuid is null or supplier_id = :supplier)
                   and (cardinality(:statuses::text[]) = 0 or status = any(:statuses::text[]))
                   and (:from::timestamptz is null or sent_at >= :from)
                   and (:before::timestamptz is null or sent_at < :before)
                   and (:overdue::boolean is not true
                        or (status = 'SENT' and (respond_by < :now or reminded_at is not null)))
                   and (:inTime::boolean is not true
                        or (answered_at <= respond_by and reminded_at is null))
                   and (:late::boolean is not true or reminded_at is not null
                        or coalesce(answered_at, :now) > respond_by)
                   and (:unsent::boolean is not true
                        or (status in ('ISSUED', 'SENDING', 'UNDELIVERED', 'UNKNOWN') and sent_at is null
                            and send_after < :lateBefore
                            and (status <> 'ISSUED' or (supplier_id = any(:liveSuppliers::uuid[])
                                                        and store_id = any(:liveStores::uuid[])))))
                   and (:latest::boolean is not true
                        or (sent_at is not null and id >= :since))
                   and (:refused::boolean is not true
                        or exists (select 1 from purchase_order_line l
                                   where l.merchant_id = :merchant and l.purchase_order_id = purchase_order.id
                                     and not l.withdrawn and l.rejected > 0))
                   and (:went::boolean is not true
                        or exists (select 1 from purchase_order_line l
                                   where l.merchant_id = :merchant and l.purchase_order_id = purchase_order.id
                                     and not l.withdrawn and (l.shipped > 0 or l.excess > 0)))
                   and (:recalled::boolean is not true
                        or exists (select 1 from recall r
                                   where r.merchant_id = :merchant and r.purchase_order_id = purchase_order.id))
                   as wanted
            from purchase_order
            """;

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final SendByTimes sendBy;
    private final JdbcClient jdbc;

    PurchaseOrderBoard(PurchaseOrders purchaseOrders, PurchaseOrderLines lines, SendByTimes sendBy, JdbcClient jdbc) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.sendBy = sendBy;
        this.jdbc = jdbc;
    }

    /**
     * A page in the order asked for, with lines and without questions.
     *
     * @param below where the next page begins; null = there is none. A page may be short, even empty, and still have a
     *     next one: so far it was looked.
     */
    public record Found(
            List<PurchaseOrderView> rows, @Nullable PurchaseOrderId below) {}

    /** A page of at most {@code limit} purchase orders. */
    public Found page(MerchantId merchant, PurchaseOrderQuery query, int limit) {
        List<PurchaseOrderId> found = new ArrayList<>();
        SendByTimes.Live live = sendBy.live(merchant);
        Looked end = beginning(merchant, query);
        UUID since = since(merchant, query);
        for (int looked = 0; looked < MOST_LOOKED_THROUGH; looked += STRETCH) {
            List<Looked> stretch = look(merchant, query, new Within(live, since), end);
            for (Looked each : stretch) {
                if (each.wanted()) {
                    if (found.size() == limit) {
                        return new Found(views(merchant, found), found.getLast());
                    }
                    found.add(new PurchaseOrderId(each.id()));
                }
            }
            if (stretch.size() < STRETCH || isPast(query, since, stretch.getLast())) {
                return new Found(views(merchant, found), null);
            }
            end = stretch.getLast();
        }
        return new Found(views(merchant, found), new PurchaseOrderId(end.id()));
    }

    /** Whether all that follows is older than the latest that are asked for. */
    private static boolean isPast(PurchaseOrderQuery query, UUID since, Looked last) {
        return query.order() == PurchaseOrderQuery.Order.NEWEST && last.id().compareTo(since) < 0;
    }

    /** How many there are among the latest of one supplier. */
    public long countLatest(MerchantId merchant, PurchaseOrderQuery query) {
        int most = Objects.requireNonNull(query.latest());
        return page(merchant, query.fromTheTop(), most).rows().size();
    }

    /** What bounds a look: who is live, and the oldest of the latest. */
    private record Within(SendByTimes.Live live, UUID since) {}

    private record Looked(UUID id, Instant sendAfter, boolean wanted) {}

    /** Where the page before ended; of a sort by time, with the time of that one, which never changes. */
    private Looked beginning(MerchantId merchant, PurchaseOrderQuery query) {
        PurchaseOrderId below = query.below();
        Looked first = switch (query.order()) {
            case NEWEST, SEND_BY_LATEST -> new Looked(TOP, LATEST, false);
            case SEND_BY -> new Looked(BOTTOM, EARLIEST, false);
        };
        return below == null
                ? first
                : jdbc.sql("""
                        select send_after from purchase_order where merchant_id = :merchant and id = :id
                        """)
                        .param("merchant", merchant.value())
                        .param("id", below.value())
                        .query((row, number) -> new Looked(
                                below.value(), Objects.requireNonNull(Columns.maybe(row, "send_after")), false))
                        .optional()
                        .orElse(first);
    }

    private List<Looked> look(MerchantId merchant, PurchaseOrderQuery query, Within within, Looked end) {
        return switch (query.order()) {
            case NEWEST ->
                query.supplier() == null
                        ? bound(merchant, query, within, end, LOOK + """
                        where merchant_id = :merchant and id < :below
                        order by merchant_id desc, id desc
                        limit :stretch
                        """)
                        : bound(merchant, query, within, end, LOOK + """
                        where merchant_id = :merchant and supplier_id = :supplier and id < :below
                        order by merchant_id desc, supplier_id desc, id desc
                        limit :stretch
                        """);
            case SEND_BY -> bound(merchant, query, within, end, LOOK + """
                        where merchant_id = :merchant and (send_after, id) > (:sendAfter, :below)
                        order by merchant_id, send_after, id
                        limit :stretch
                        """);
            case SEND_BY_LATEST -> bound(merchant, query, within, end, LOOK + """
                        where merchant_id = :merchant and (send_after, id) < (:sendAfter, :below)
                        order by merchant_id desc, send_after desc, id desc
                        limit :stretch
                        """);
        };
    }

    private List<Looked> bound(
            MerchantId merchant, PurchaseOrderQuery query, Within within, Looked end, String statement) {
        SupplierId supplier = query.supplier();
        return jdbc.sql(statement)
                .param("merchant", merchant.value())
                .param("below", end.id())
                .param("sendAfter", SqlArrays.instant(end.sendAfter()))
                .param("supplier", supplier == null ? null : supplier.value(), Types.OTHER)
                .param(
                        "statuses",
                        SqlArrays.texts(query.statuses().stream()
                                .map(PurchaseOrderStatus::name)
                                .toList()))
                .param("from", query.sentFrom() == null ? null : SqlArrays.instant(query.sentFrom()))
                .param("before", query.sentBefore() == null ? null : SqlArrays.instant(query.sentBefore()))
                .param("now", SqlArrays.instant(query.now()))
                .param("overdue", query.answer() == PurchaseOrderQuery.Answer.OVERDUE)
                .param("inTime", query.answer() == PurchaseOrderQuery.Answer.IN_TIME)
                .param("late", query.answer() == PurchaseOrderQuery.Answer.LATE)
                .param("latest", query.latest() != null)
                .param("since", within.since())
                .param("refused", query.goods() == PurchaseOrderQuery.Goods.REFUSED)
                .param("went", query.goods() == PurchaseOrderQuery.Goods.LEFT)
                .param("recalled", query.goods() == PurchaseOrderQuery.Goods.AFTER_CANCELLING)
                .param("unsent", query.late())
                .param("lateBefore", SqlArrays.instant(query.now().minus(SendByTimes.ALLOWED)))
                .param("liveSuppliers", Columns.uuids(within.live().suppliers(), SupplierId::value))
                .param("liveStores", Columns.uuids(within.live().stores(), StoreId::value))
                .param("stretch", STRETCH)
                .query((row, number) -> new Looked(
                        row.getObject("id", UUID.class),
                        Objects.requireNonNull(Columns.maybe(row, "send_after")),
                        row.getBoolean("wanted")))
                .list();
    }

    /** The oldest of the latest that the supplier had. */
    private UUID since(MerchantId merchant, PurchaseOrderQuery query) {
        SupplierId supplier = query.supplier();
        Integer latest = query.latest();
        return supplier == null || latest == null
                ? BOTTOM
                : jdbc.sql("""
                        select id from purchase_order
                        where merchant_id = :merchant and supplier_id = :supplier and sent_at is not null
                        order by merchant_id desc, supplier_id desc, id desc
                        offset :before limit 1
                        """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .param("before", latest - 1)
                        .query(UUID.class)
                        .optional()
                        .orElse(BOTTOM);
    }

    private List<PurchaseOrderView> views(MerchantId merchant, List<PurchaseOrderId> ids) {
        Map<PurchaseOrderId, PurchaseOrder> heads = new HashMap<>();
        purchaseOrders.findAll(merchant, ids).forEach(row -> heads.put(row.id(), row));
        Map<PurchaseOrderId, List<PurchaseOrderLine>> ofEach = lines.of(merchant, ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(heads.get(id)).stream())
                .map(head ->
                        PurchaseOrderView.of(head, ofEach.getOrDefault(head.id(), List.of()), List.of(), List.of()))
                .toList();
    }

    /** The statuses in which the supplier may still owe something, or does not know of it yet. */
    public static Set<PurchaseOrderStatus> open() {
        Set<PurchaseOrderStatus> open = EnumSet.of(PurchaseOrderStatus.ISSUED);
        Arrays.stream(PurchaseOrderStatus.values())
                .filter(PurchaseOrderStatus::owesSomething)
                .forEach(open::add);
        return open;
    }

    /**
     * How many purchase orders of one supplier stand how.
     *
     * @param overdue of those in {@link PurchaseOrderStatus#SENT}, whose agreed time has passed; a reminder gives more time and makes no answer timely
     * @param late past their send-by time
     */
    public record Counted(Map<PurchaseOrderStatus, Long> byStatus, long overdue, long late) {

        /** Of a supplier that has none. */
        public static final Counted NONE = new Counted(Map.of(), 0, 0);

        /** Those with a status among these. */
        public long of(Set<PurchaseOrderStatus> statuses) {
            return byStatus.entrySet().stream()
                    .filter(each -> statuses.contains(each.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** The counts of every supplier; one without any is absent. Reads all of the merchant's. */
    public Map<SupplierId, Counted> counts(MerchantId merchant, Instant now) {
        Map<SupplierId, Map<PurchaseOrderStatus, Long>> byStatus = new HashMap<>();
        Map<SupplierId, Long> overdue = new HashMap<>();
        Map<SupplierId, Long> late = new HashMap<>();
        SendByTimes.Live live = sendBy.live(merchant);
        jdbc.sql("""
                select supplier_id, status, count(*) as many,
                       count(*) filter (where status = 'SENT'
                                          and (respond_by < :now or reminded_at is not null)) as overdue,
                       count(*) filter (where status in ('ISSUED', 'SENDING', 'UNDELIVERED', 'UNKNOWN')
                                          and sent_at is null and send_after < :lateBefore
                                          and (status <> 'ISSUED' or (supplier_id = any(:liveSuppliers::uuid[])
                                                                      and store_id = any(:liveStores::uuid[])))) as late
                from purchase_order
                where merchant_id = :merchant
                group by supplier_id, status
                """)
                .param("merchant", merchant.value())
                .param("now", SqlArrays.instant(now))
                .param("lateBefore", SqlArrays.instant(now.minus(SendByTimes.ALLOWED)))
                .param("liveSuppliers", Columns.uuids(live.suppliers(), SupplierId::value))
                .param("liveStores", Columns.uuids(live.stores(), StoreId::value))
                .query(row -> {
                    SupplierId supplier = new SupplierId(row.getObject("supplier_id", UUID.class));
                    byStatus.computeIfAbsent(supplier, each -> new HashMap<>())
                            .put(PurchaseOrderStatus.valueOf(row.getString("status")), row.getLong("many"));
                    overdue.merge(supplier, row.getLong("overdue"), Long::sum);
                    late.merge(supplier, row.getLong("late"), Long::sum);
                });
        Map<SupplierId, Counted> counts = new HashMap<>();
        byStatus.forEach((supplier, each) -> counts.put(
                supplier, new Counted(each, overdue.getOrDefault(supplier, 0L), late.getOrDefault(supplier, 0L))));
        return counts;
    }

    /**
     * How one purchase order went.
     *
     * @param answeredAt when the last unit was answered; null = one is not
     * @param reminded whether the time agreed first passed without the answer
     * @param lines on the document
     * @param rejected lines of which units were rejected
     * @param left whether units of it have left
     */
    public record Course(
            PurchaseOrderId id,
            SupplierId supplier,
            Instant sentAt,
            @Nullable Instant respondBy,
            @Nullable Instant answeredAt,
            boolean reminded,
            int lines,
            int rejected,
            boolean left) {}

    /** The last so many that each supplier had, newest first. */
    public List<Course> courses(MerchantId merchant, Collection<SupplierId> suppliers, int last) {
        return jdbc.sql("""
                select p.id, p.supplier_id, p.sent_at, p.respond_by, p.answered_at, p.reminded_at is not null as reminded,
                       l.lines, l.rejected, l.went
                from unnest(:suppliers::uuid[]) as s (supplier_id)
                cross join lateral (
                    select id, supplier_id, sent_at, respond_by, answered_at, reminded_at from purchase_order
                    where merchant_id = :merchant and supplier_id = s.supplier_id and sent_at is not null
                    order by merchant_id desc, supplier_id desc, id desc
                    limit :last) p
                cross join lateral (
                    select count(*) as lines, count(*) filter (where rejected > 0) as rejected,
                           coalesce(bool_or(shipped > 0 or excess > 0), false) as went
                    from purchase_order_line
                    where merchant_id = :merchant and purchase_order_id = p.id and not withdrawn) l
                order by p.supplier_id, p.id desc
                """)
                .param("merchant", merchant.value())
                .param(
                        "suppliers",
                        SqlArrays.uuids(
                                suppliers.stream().map(SupplierId::value).toList()))
                .param("last", last)
                .query((row, number) -> new Course(
                        new PurchaseOrderId(row.getObject("id", UUID.class)),
                        new SupplierId(row.getObject("supplier_id", UUID.class)),
                        Objects.requireNonNull(Columns.maybe(row, "sent_at")),
                        Columns.maybe(row, "respond_by"),
                        Columns.maybe(row, "answered_at"),
                        row.getBoolean("reminded"),
                        row.getInt("lines"),
                        row.getInt("rejected"),
                        row.getBoolean("went")))
                .list();
    }
}
