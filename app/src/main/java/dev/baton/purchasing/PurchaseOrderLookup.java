package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.SubjectId;
import dev.baton.purchasing.CancellationNotice.AskedLine;
import dev.baton.suppliers.SupplierId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Purchase orders as others read them; every method needs an open transaction of the merchant. */
@Component
public class PurchaseOrderLookup {

    /** Above every id: a page from the newest on. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private final PurchaseOrders purchaseOrders;
    private final PurchaseOrderLines lines;
    private final Cancellations cancellations;
    private final Amendments amendments;
    private final ReadInstructions instructions;
    private final JdbcClient jdbc;

    PurchaseOrderLookup(
            PurchaseOrders purchaseOrders,
            PurchaseOrderLines lines,
            Cancellations cancellations,
            Amendments amendments,
            ReadInstructions instructions,
            JdbcClient jdbc) {
        this.purchaseOrders = purchaseOrders;
        this.lines = lines;
        this.cancellations = cancellations;
        this.amendments = amendments;
        this.instructions = instructions;
        this.jdbc = jdbc;
    }

    /** By the number both sides call it. */
    public Optional<PurchaseOrderView> byNumber(MerchantId merchant, String number) {
        return purchaseOrders
                .findByNumber(merchant, number)
                .map(row -> views(merchant, List.of(row)).getFirst());
    }

    /** A purchase order by itself, and the customer whose goods it is about. */
    public record Meant(PurchaseOrderId id, SubjectId customer) {}

    /** Which purchase order of this supplier's a number means, whatever its state. */
    public Optional<Meant> meant(MerchantId merchant, SupplierId supplier, String number) {
        return purchaseOrders
                .findByNumber(merchant, number)
                .filter(row -> row.supplier().equals(supplier))
                .map(row -> new Meant(row.id(), row.subject()));
    }

    /** Those of the given ids, in their order. */
    public List<PurchaseOrderView> inOrder(MerchantId merchant, List<PurchaseOrderId> ids) {
        Map<PurchaseOrderId, PurchaseOrderView> found = views(merchant, purchaseOrders.findAll(merchant, ids)).stream()
                .collect(Collectors.toMap(PurchaseOrderView::id, view -> view));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    /** By its id, with its lines. */
    public Optional<PurchaseOrderView> find(MerchantId merchant, PurchaseOrderId id) {
        return views(merchant, purchaseOrders.findAll(merchant, List.of(id))).stream()
                .findFirst();
    }

    /** What the document of a purchase order says that has begun to be sent; empty for any other. */
    public Optional<ReadyToSend> sent(MerchantId merchant, PurchaseOrderId id) {
        return purchaseOrders.findAll(merchant, List.of(id)).stream()
                .filter(row -> row.status().begun() && row.respondBy() != null)
                .map(row -> sent(merchant, row))
                .findFirst();
    }

    private ReadyToSend sent(MerchantId merchant, PurchaseOrder row) {
        List<PurchaseOrderLine> all = lines.of(merchant, List.of(row.id())).getOrDefault(row.id(), List.of());
        return new ReadyToSend(
                row.id(),
                row.number(),
                row.version(),
                row.salesOrder(),
                row.supplier(),
                row.store(),
                row.storeOrderId(),
                row.storeOrderName(),
                row.customerRecord(),
                row.subject(),
                row.shipFrom(),
                row.shipMethod(),
                row.currency(),
                row.issuedAt(),
                Objects.requireNonNull(row.respondBy()),
                all.stream().filter(line -> !line.withdrawn()).toList(),
                ReadInstructions.words(instructions.of(merchant, List.of(row)), row));
    }

    /**
     * What a purchase order is told besides the goods; empty when it was written before that was kept, and then it is
     * told its supplier's instructions of today.
     */
    public Optional<ToldInstructions> told(MerchantId merchant, PurchaseOrderId id) {
        return Optional.ofNullable(instructions
                .of(merchant, purchaseOrders.findAll(merchant, List.of(id)))
                .get(id));
    }

    /** Of one sales order, in the order they were issued. */
    public List<PurchaseOrderView> ofSalesOrder(MerchantId merchant, SalesOrderId order) {
        return views(merchant, purchaseOrders.ofSalesOrder(merchant, order));
    }

    /**
     * Newest first.
     *
     * @param statuses only these; empty = all
     * @param below the last id of the page before; null = from the newest on
     */
    public List<PurchaseOrderView> page(
            MerchantId merchant, Set<PurchaseOrderStatus> statuses, @Nullable PurchaseOrderId below, int limit) {
        Collection<PurchaseOrderStatus> wanted =
                statuses.isEmpty() ? Arrays.asList(PurchaseOrderStatus.values()) : statuses;
        return views(merchant, purchaseOrders.page(merchant, wanted, below(below), limit));
    }

    /**
     * What one supplier may see, newest first: only what has begun to be sent to it.
     *
     * @param open only those on which it still owes an answer or goods
     * @param below the last id of the page before; null = from the newest on
     */
    public List<PurchaseOrderView> pageOfSupplier(
            MerchantId merchant, SupplierId supplier, boolean open, @Nullable PurchaseOrderId below, int limit) {
        List<PurchaseOrderStatus> wanted = Arrays.stream(PurchaseOrderStatus.values())
                .filter(status -> open ? status.owesSomething() : status.begun())
                .toList();
        return views(merchant, purchaseOrders.pageOfSupplier(merchant, supplier, wanted, below(below), limit));
    }

    /** What has begun to be sent to the supplier under that number; nothing else is shown to it. */
    public Optional<PurchaseOrderView> ofSupplier(MerchantId merchant, SupplierId supplier, String number) {
        return byNumber(merchant, number)
                .filter(view ->
                        view.supplier().equals(supplier) && view.status().begun());
    }

    /** What a cancellation document says; one that is not open any more is absent. */
    public Map<CancellationId, CancellationNotice> openCancellations(
            MerchantId merchant, Collection<CancellationId> ids) {
        List<Cancellation> open = cancellations.findAll(merchant, ids).stream()
                .filter(question -> question.status() == Cancellation.Status.OPEN)
                .toList();
        Map<CancellationId, List<CancellationLine>> asked = cancellations.lines(
                merchant, open.stream().map(Cancellation::id).toList());
        Map<PurchaseOrderId, PurchaseOrder> heads = heads(
                merchant,
                open.stream().map(Cancellation::purchaseOrder).distinct().toList());
        Map<CancellationId, CancellationNotice> notices = new HashMap<>();
        for (Cancellation question : open) {
            PurchaseOrder head = heads.get(question.purchaseOrder());
            if (head != null && question.respondBy() != null) {
                notices.put(
                        question.id(),
                        new CancellationNotice(
                                question.id(),
                                head.id(),
                                head.number(),
                                head.version(),
                                perLine(asked.getOrDefault(question.id(), List.of())),
                                question.reason(),
                                question.respondBy()));
            }
        }
        return notices;
    }

    /** Amendment questions by id, wherever they stand. */
    public Map<AmendmentId, Amendment> amendments(MerchantId merchant, Collection<AmendmentId> ids) {
        return amendments.findAll(merchant, ids).stream().collect(Collectors.toMap(Amendment::id, row -> row));
    }

    /**
     * What the document of an amendment that was asked says, for whoever shows it again; empty when it was not asked
     * or is answered.
     */
    public Optional<AmendmentNotice> amendmentNotice(MerchantId merchant, AmendmentId id) {
        return amendments.findAll(merchant, List.of(id)).stream()
                .filter(question -> question.status() == Amendment.Status.ASKED && question.respondBy() != null)
                .findFirst()
                .map(question -> {
                    PurchaseOrder head = purchaseOrders
                            .findAll(merchant, List.of(question.purchaseOrder()))
                            .getFirst();
                    return BeginAmendments.notice(
                            head,
                            question,
                            lines.of(merchant, List.of(head.id())).getOrDefault(head.id(), List.of()),
                            java.util.Objects.requireNonNull(question.respondBy()),
                            ReadInstructions.words(instructions.of(merchant, List.of(head)), head));
                });
    }

    /** How many there are of each status; a status without any is absent. Reads all of the merchant's. */
    public Map<PurchaseOrderStatus, Long> counts(MerchantId merchant) {
        Map<PurchaseOrderStatus, Long> counts = new EnumMap<>(PurchaseOrderStatus.class);
        jdbc.sql("select status, count(*) as many from purchase_order where merchant_id = :merchant group by status")
                .param("merchant", merchant.value())
                .query(row -> {
                    counts.put(PurchaseOrderStatus.valueOf(row.getString("status")), row.getLong("many"));
                });
        return counts;
    }

    /** The heads without lines, for whoever needs number and state only. */
    public Map<PurchaseOrderId, PurchaseOrderView> headsOf(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        Map<PurchaseOrderId, PurchaseOrderView> views = new HashMap<>();
        heads(merchant, ids)
                .forEach((id, row) -> views.put(id, PurchaseOrderView.of(row, List.of(), List.of(), List.of())));
        return views;
    }

    private Map<PurchaseOrderId, PurchaseOrder> heads(MerchantId merchant, Collection<PurchaseOrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return purchaseOrders.findAll(merchant, ids).stream().collect(Collectors.toMap(PurchaseOrder::id, row -> row));
    }

    private static List<AskedLine> perLine(List<CancellationLine> asked) {
        Map<Integer, Integer> units = new TreeMap<>();
        asked.forEach(each -> units.merge(each.line(), each.quantity(), Integer::sum));
        List<AskedLine> perLine = new ArrayList<>();
        units.forEach((line, quantity) -> perLine.add(new AskedLine(line, quantity)));
        return perLine;
    }

    private List<PurchaseOrderView> views(MerchantId merchant, List<PurchaseOrder> rows) {
        List<PurchaseOrderId> ids = rows.stream().map(PurchaseOrder::id).toList();
        Map<PurchaseOrderId, List<PurchaseOrderLine>> ofEach = lines.of(merchant, ids);
        Map<PurchaseOrderId, List<Cancellation>> questions = cancellations.of(merchant, ids);
        Map<PurchaseOrderId, List<Amendment>> changes = amendments.of(merchant, ids);
        return rows.stream()
                .map(row -> PurchaseOrderView.of(
                        row,
                        ofEach.getOrDefault(row.id(), List.of()),
                        questions.getOrDefault(row.id(), List.of()),
                        changes.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static UUID below(@Nullable PurchaseOrderId below) {
        return below == null ? TOP : below.value();
    }
}
