package dev.baton.trading.requests;

import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.suppliers.SupplierId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What suppliers sent, as a merchant reads it; every method needs an open transaction of the merchant. */
@Component
public class SupplierRequestLookup {

    /** Above every id: a page from the newest on. */
    private static final UUID TOP = new UUID(-1L, -1L);

    private final SupplierRequests requests;
    private final Documents documents;

    SupplierRequestLookup(SupplierRequests requests, Documents documents) {
        this.requests = requests;
        this.documents = documents;
    }

    /**
     * Of one supplier, newest first by when each came first.
     *
     * @param below the last id of the page before; null = from the newest on
     */
    public List<SupplierRequest> page(MerchantId merchant, SupplierId supplier, @Nullable UUID below, int limit) {
        return requests.page(merchant, supplier, below == null ? TOP : below, limit);
    }

    /** About one purchase order, newest first. */
    public List<SupplierRequest> about(MerchantId merchant, PurchaseOrderId purchaseOrder, int limit) {
        return requests.about(merchant, purchaseOrder, limit);
    }

    /** One by its id. */
    public Optional<SupplierRequest> find(MerchantId merchant, UUID id) {
        return requests.find(merchant, id);
    }

    /** The very bytes that came; empty when they are not kept here, or were erased with the customer. */
    public Optional<StoredDocument> body(MerchantId merchant, UUID id) {
        return requests.body(merchant, id)
                .flatMap(document -> Optional.ofNullable(
                        documents.readAll(merchant, List.of(document)).get(document)));
    }
}
