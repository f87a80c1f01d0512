package dev.baton.trading.requests;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.Packed;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderLookup.Meant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what a supplier's key sent with what it was answered, also what was refused. A body about a purchase order is sealed
 * with its customer's key, so that erasing the customer erases what the supplier wrote of them.
 */
@Component
public class KeepSupplierRequests {

    private final Tenancy tenancy;
    private final SupplierRequests requests;
    private final PurchaseOrderLookup purchaseOrders;
    private final Documents documents;
    private final Subjects subjects;

    KeepSupplierRequests(
            Tenancy tenancy,
            SupplierRequests requests,
            PurchaseOrderLookup purchaseOrders,
            Documents documents,
            Subjects subjects) {
        this.tenancy = tenancy;
        this.requests = requests;
        this.purchaseOrders = purchaseOrders;
        this.documents = documents;
        this.subjects = subjects;
    }

    /**
     * Keeps the request; call it after the act, without its transaction, before the answer leaves. The same again,
     * answered alike, is counted; answered otherwise it is kept beside, with the bytes that are here.
     */
    public void keep(MerchantId merchant, NewSupplierRequest request) {
        tenancy.run(merchant, () -> {
            String number = request.number();
            Meant about = number == null
                    ? null
                    : purchaseOrders.meant(merchant, request.supplier(), number).orElse(null);
            requests.insert(merchant, request, about == null ? null : about.id(), document(merchant, request, about));
        });
    }

    private @Nullable DocumentId document(MerchantId merchant, NewSupplierRequest request, @Nullable Meant about) {
        Packed body = request.body();
        if (body == null) {
            return null;
        }
        DocumentId known = requests.bodyOf(merchant, request).orElse(null);
        return known == null ? store(merchant, request.mediaType(), body, about) : known;
    }

    private DocumentId store(MerchantId merchant, String mediaType, Packed body, @Nullable Meant about) {
        SubjectKey customer = about == null
                ? null
                : subjects.keys(merchant, List.of(about.customer())).get(about.customer());
        DocumentId document = documents.store(
                merchant, new NewDocument(mediaType, "{}", body, RetentionClass.SUPPLIER_EXCHANGE, null, customer));
        if (customer != null) {
            documents.link(merchant, Map.of(document, customer.subject()));
        }
        return document;
    }
}
