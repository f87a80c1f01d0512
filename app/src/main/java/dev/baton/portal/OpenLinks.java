package dev.baton.portal;

import dev.baton.platform.Tenancy;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what a link names. A purchase order is shown only once its sending has begun, never before. */
@Component
class OpenLinks {

    private final Tenancy tenancy;
    private final Links links;
    private final PurchaseOrderLinks orderLinks;
    private final PurchaseOrderLookup purchaseOrders;
    private final SupplierLookup suppliers;

    OpenLinks(
            Tenancy tenancy,
            Links links,
            PurchaseOrderLinks orderLinks,
            PurchaseOrderLookup purchaseOrders,
            SupplierLookup suppliers) {
        this.tenancy = tenancy;
        this.links = links;
        this.orderLinks = orderLinks;
        this.purchaseOrders = purchaseOrders;
        this.suppliers = suppliers;
    }

    /** Changes nothing; empty for a handle nobody made or whose purchase order cannot be shown. */
    Optional<OpenedLink> open(String handle, List<String> browserLanguages) {
        return links.open(LinkPurpose.PURCHASE_ORDER, handle)
                .flatMap(opened -> tenancy.inTransaction(
                        opened.merchant(),
                        () -> purchaseOrders
                                .find(opened.merchant(), new PurchaseOrderId(opened.subject()))
                                .filter(order -> order.status().begun())
                                .flatMap(order -> {
                                    SupplierTerms supplier = suppliers
                                            .terms(opened.merchant(), List.of(order.supplier()))
                                            .get(order.supplier());
                                    return Optional.ofNullable(supplier)
                                            .map(terms -> new OpenedLink(
                                                    handle,
                                                    opened.merchant(),
                                                    order,
                                                    terms,
                                                    words(terms, browserLanguages),
                                                    opened.actions(),
                                                    opened.round() != orderLinks.round(opened.merchant(), order.id()),
                                                    opened.expired()));
                                })));
    }

    /** The supplier's own language; the browser's where it has none of ours. */
    private static Words words(SupplierTerms supplier, List<String> browserLanguages) {
        List<String> languages = new ArrayList<>(List.of(supplier.language()));
        languages.addAll(browserLanguages);
        return Words.of(languages);
    }
}
