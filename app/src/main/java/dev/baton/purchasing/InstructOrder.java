package dev.baton.purchasing;

import dev.baton.orders.LockOrders;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.documents.Subjects;
import dev.baton.suppliers.Instructions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whoever packs something about one order alone. Purchase orders no supplier knows of are told it, and so are
 * those planned later; one that has begun to be sent keeps what it was told.
 */
@Component
public class InstructOrder {

    private static final int MOST_VERSIONS = 100;
    private static final int LONGEST_TEXT = 4_000;

    private final PurchasingDesk desk;
    private final LockOrders lockOrders;
    private final OrderLookup orders;
    private final PurchaseOrders purchaseOrders;
    private final Words words;

    InstructOrder(
            PurchasingDesk desk,
            LockOrders lockOrders,
            OrderLookup orders,
            PurchaseOrders purchaseOrders,
            Words words) {
        this.desk = desk;
        this.lockOrders = lockOrders;
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
        this.words = words;
    }

    /** Where the words are kept. */
    @Component
    record Words(OrderInstructions table, ReadInstructions read, Documents documents, Subjects subjects) {}

    /**
     * What an order is told alone.
     *
     * @param version 0 = nothing yet
     * @param said null = the customer was erased, and the words with it
     * @param writtenAt null = never
     * @param toldIn purchase orders that say so, by number
     * @param toldWithout purchase orders a supplier may know of that do not say so
     */
    public record Told(
            int version,
            @Nullable Instructions said,
            @Nullable Instant writtenAt,
            List<String> toldIn,
            List<String> toldWithout) {}

    /** What the order is told; needs an open transaction. */
    public Told told(MerchantId merchant, SalesOrderId order) {
        OrderInstructions.Row newest =
                words.table().newest(merchant, List.of(order)).get(order);
        int version = newest == null ? 0 : newest.version();
        List<PurchaseOrder> all = purchaseOrders.ofSalesOrder(merchant, order).stream()
                .filter(row -> row.status() != PurchaseOrderStatus.WITHDRAWN)
                .toList();
        return new Told(
                version,
                newest == null
                        ? Instructions.NONE
                        : words.read().words(merchant, List.of(newest)).get(new OrderInstructions.Key(order, version)),
                newest == null ? null : newest.writtenAt(),
                numbers(all.stream().filter(row -> isTold(row, version)).toList()),
                numbers(all.stream()
                        .filter(row -> version > 0
                                && row.status().owesSomething()
                                && row.status().begun()
                                && !isTold(row, version))
                        .toList()));
    }

    /**
     * States what is told from now on; opens a transaction or joins the caller's. The same words again change nothing.
     *
     * @throws Problem NOT_FOUND when there is no such order; INVALID_FIELD with the field of a text that is too long;
     *     CONFLICT when the customer was erased or the words changed a hundred times
     */
    public Told instruct(MerchantId merchant, SalesOrderId order, Instructions stated) {
        for (Instructions.Said each : stated.said()) {
            if (each.text().length() > LONGEST_TEXT) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD,
                        "Use at most " + LONGEST_TEXT + " characters.",
                        each.kind().word());
            }
        }
        return desk.tenancy().inTransaction(merchant, () -> {
            SubjectId customer = orders.people(merchant, List.of(order)).get(order);
            if (customer == null) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no order of that id.");
            }
            lockOrders.lock(merchant, List.of(order));
            Told before = told(merchant, order);
            if (!stated.said()
                    .equals(before.said() == null ? null : before.said().said())) {
                write(merchant, order, customer, stated, before.version() + 1);
            }
            return told(merchant, order);
        });
    }

    private void write(MerchantId merchant, SalesOrderId order, SubjectId customer, Instructions stated, int version) {
        if (version > MOST_VERSIONS) {
            throw new Problem(
                    CommonProblem.CONFLICT,
                    "These instructions were changed " + MOST_VERSIONS + " times: tell the supplier by mail.");
        }
        var key = words.subjects().keys(merchant, List.of(customer)).get(customer);
        if (key == null) {
            throw new Problem(
                    CommonProblem.CONFLICT, "The customer of this order was erased: nothing is sent any more.");
        }
        DocumentId document = words.documents()
                .store(
                        merchant,
                        new NewDocument(
                                "application/json",
                                "{}",
                                ToldInstructions.write(stated).toString().getBytes(StandardCharsets.UTF_8),
                                RetentionClass.SUPPLIER_EXCHANGE,
                                null,
                                key));
        words.documents().link(merchant, Map.of(document, customer));
        words.table()
                .insert(
                        merchant,
                        new OrderInstructions.Row(
                                order, version, document, desk.clock().instant()));
        List<PurchaseOrderId> unsent =
                purchaseOrders.lock(merchant, purchaseOrders.idsOf(merchant, List.of(order))).stream()
                        .filter(row -> row.status() == PurchaseOrderStatus.ISSUED)
                        .map(PurchaseOrder::id)
                        .toList();
        words.table().tell(merchant, unsent, version);
        desk.audit()
                .record(
                        merchant,
                        List.of(new AuditEntry(
                                "InstructOrder",
                                "order_instruction",
                                order.value(),
                                version == 1 ? null : "VERSION " + (version - 1),
                                "VERSION " + version,
                                unsent.size() + " purchase orders that nobody knows of are told it")));
    }

    private static boolean isTold(PurchaseOrder row, int version) {
        Integer told = row.orderInstruction();
        return version > 0 && told != null && told == version;
    }

    private static List<String> numbers(List<PurchaseOrder> rows) {
        return rows.stream().map(PurchaseOrder::number).toList();
    }
}
