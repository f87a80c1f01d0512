package dev.baton.channels;

import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.SubjectId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Notes whom a message speaks of that was answered by another one: a bare refund or an edit answered by a look at
 * the store, or an older message beside a newer one. Erasure finds its bytes by that.
 */
@Component
class LinkPeople {

    private final OrderLookup orders;
    private final Documents documents;

    LinkPeople(OrderLookup orders, Documents documents) {
        this.orders = orders;
        this.documents = documents;
    }

    /** Needs an open transaction of the merchant. */
    void link(MerchantId merchant, Map<DocumentId, SalesOrderId> speaksOf) {
        if (speaksOf.isEmpty()) {
            return;
        }
        Map<SalesOrderId, SubjectId> people = orders.people(merchant, speaksOf.values());
        Map<DocumentId, SubjectId> known = new HashMap<>();
        speaksOf.forEach((document, order) -> {
            SubjectId person = people.get(order);
            if (person != null) {
                known.put(document, person);
            }
        });
        documents.link(merchant, known);
    }
}
