package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.suppliers.Instructions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads what purchase orders are told, those about their order alone included. Needs an open transaction. */
@Component
class ReadInstructions {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OrderInstructions ofOrders;
    private final Documents documents;

    ReadInstructions(OrderInstructions ofOrders, Documents documents) {
        this.ofOrders = ofOrders;
        this.documents = documents;
    }

    /** One that was written before instructions were kept is absent: it is told the supplier's of today. */
    Map<PurchaseOrderId, ToldInstructions> of(MerchantId merchant, Collection<PurchaseOrder> rows) {
        Map<OrderInstructions.Key, Instructions> alone = ofOrders(merchant, rows);
        Map<PurchaseOrderId, ToldInstructions> told = new HashMap<>();
        for (PurchaseOrder row : rows) {
            if (row.instructions() != null) {
                ToldInstructions planned = ToldInstructions.read(row.instructions());
                Integer version = row.orderInstruction();
                Instructions said =
                        version == null ? null : alone.get(new OrderInstructions.Key(row.salesOrder(), version));
                told.put(row.id(), said == null || version == null ? planned : planned.with(said, version));
            }
        }
        return told;
    }

    /** The words of one that was read; null = it was written before they were kept. */
    static @Nullable Instructions words(Map<PurchaseOrderId, ToldInstructions> told, PurchaseOrder row) {
        ToldInstructions words = told.get(row.id());
        return words == null ? null : words.said();
    }

    /** The words of versions; those of an erased customer are absent. */
    Map<OrderInstructions.Key, Instructions> words(MerchantId merchant, Collection<OrderInstructions.Row> rows) {
        Map<DocumentId, StoredDocument> stored = documents.readAll(
                merchant, rows.stream().map(OrderInstructions.Row::words).toList());
        Map<OrderInstructions.Key, Instructions> words = new HashMap<>();
        for (OrderInstructions.Row row : rows) {
            StoredDocument document = stored.get(row.words());
            if (document != null) {
                words.put(
                        new OrderInstructions.Key(row.order(), row.version()),
                        ToldInstructions.words(JSON.readTree(document.bytes())));
            }
        }
        return words;
    }

    private Map<OrderInstructions.Key, Instructions> ofOrders(MerchantId merchant, Collection<PurchaseOrder> rows) {
        Set<OrderInstructions.Key> keys = new HashSet<>();
        for (PurchaseOrder row : rows) {
            Integer version = row.orderInstruction();
            if (version != null) {
                keys.add(new OrderInstructions.Key(row.salesOrder(), version));
            }
        }
        return keys.isEmpty() ? Map.of() : words(merchant, ofOrders.of(merchant, List.copyOf(keys)));
    }
}
