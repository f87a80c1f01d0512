package dev.baton.trading;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ShipTo;
import dev.baton.platform.MerchantId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.documents.SubjectId;
import dev.baton.platform.documents.SubjectKey;
import dev.baton.platform.documents.Subjects;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.TakeDrafts.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** Gathers what purchase order documents say, writes them and reads them back. Needs an open transaction. */
@Component
class RenderPurchaseOrders {

    private final OrderLookup orders;
    private final MerchantLookup merchants;
    private final TakeDrafts takeDrafts;
    private final Subjects subjects;

    RenderPurchaseOrders(OrderLookup orders, MerchantLookup merchants, TakeDrafts takeDrafts, Subjects subjects) {
        this.orders = orders;
        this.merchants = merchants;
        this.takeDrafts = takeDrafts;
        this.subjects = subjects;
    }

    /** What all documents of one batch draw on. */
    private record Sources(
            String merchantName,
            Map<StoreId, Store> stores,
            Map<UUID, ShipTo> shipTos,
            Map<SubjectId, SubjectKey> customers,
            Map<SupplierId, SupplierTerms> suppliers,
            Map<OrderLineId, String> storeLines) {}

    /**
     * Renders one document per purchase order; mails are taken from the drafts.
     *
     * @throws Unsendable when some cannot be written, or read otherwise than they were meant
     * @throws Undrafted when mails have to be written first
     */
    Map<PurchaseOrderId, Rendering> render(
            MerchantId merchant,
            Collection<ReadyToSend> ready,
            Map<SupplierId, SupplierTerms> suppliers,
            Drafts drafts) {
        if (ready.isEmpty()) {
            return Map.of();
        }
        Sources sources = sources(merchant, ready, suppliers);
        Map<PurchaseOrderId, Rendering> rendered = new HashMap<>();
        Map<PurchaseOrderId, String> bad = new HashMap<>();
        List<Wanted> mailed = new ArrayList<>();
        for (ReadyToSend order : ready) {
            SubjectKey customer = sources.customers().get(order.subject());
            PurchaseOrderFacts facts = facts(order, sources);
            if (customer == null) {
                bad.put(order.id(), "the customer's data was erased");
            } else if (facts == null) {
                bad.put(order.id(), "the address of the customer, the supplier or the store is not known");
            } else {
                write(facts, rendered, bad);
                if (facts.supplier().isMailed()) {
                    mailed.add(new Wanted(facts, null));
                }
            }
        }
        if (!bad.isEmpty()) {
            throw new Unsendable(bad);
        }
        // a mail takes the place of the document, which is kept beside it
        takeDrafts
                .take(merchant, mailed, drafts)
                .forEach((id, mail) ->
                        rendered.computeIfPresent(id, (key, document) -> Rendering.mail(mail, document.bytes())));
        return rendered;
    }

    /** What one purchase order's document says; null when the customer's address, the supplier or the store is not known. */
    @Nullable
    PurchaseOrderFacts factsOf(MerchantId merchant, ReadyToSend order, SupplierTerms supplier) {
        return facts(merchant, List.of(order), Map.of(supplier.id(), supplier)).get(order.id());
    }

    /** What documents about the purchase orders say; one of which too little is known is absent. */
    Map<PurchaseOrderId, PurchaseOrderFacts> facts(
            MerchantId merchant, Collection<ReadyToSend> ready, Map<SupplierId, SupplierTerms> suppliers) {
        if (ready.isEmpty()) {
            return Map.of();
        }
        Sources sources = sources(merchant, ready, suppliers);
        Map<PurchaseOrderId, PurchaseOrderFacts> known = new HashMap<>();
        for (ReadyToSend order : ready) {
            PurchaseOrderFacts facts = facts(order, sources);
            if (facts != null) {
                known.put(order.id(), facts);
            }
        }
        return known;
    }

    private Sources sources(
            MerchantId merchant, Collection<ReadyToSend> ready, Map<SupplierId, SupplierTerms> suppliers) {
        Map<UUID, ShipTo> shipTos = orders.shipTo(
                merchant, ready.stream().map(ReadyToSend::customerRecord).toList());
        return new Sources(
                merchants.settings(merchant).name(),
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Function.identity())),
                shipTos,
                subjects.keys(merchant, ready.stream().map(ReadyToSend::subject).toList()),
                suppliers,
                storeLines(merchant, ready, shipTos));
    }

    /** Only read for customers who entered something. */
    private Map<OrderLineId, String> storeLines(
            MerchantId merchant, Collection<ReadyToSend> ready, Map<UUID, ShipTo> shipTos) {
        List<OrderLineId> lines = ready.stream()
                .filter(order -> {
                    ShipTo shipTo = shipTos.get(order.customerRecord());
                    return shipTo != null && !shipTo.entered().isEmpty();
                })
                .flatMap(order -> order.lines().stream())
                .map(PurchaseOrderLine::orderLine)
                .toList();
        return lines.isEmpty() ? Map.of() : orders.storeLines(merchant, lines);
    }

    private static Map<OrderLineId, Map<String, String>> entered(
            ReadyToSend order, ShipTo shipTo, Map<OrderLineId, String> storeLines) {
        Map<OrderLineId, Map<String, String>> entered = new HashMap<>();
        for (PurchaseOrderLine line : order.lines()) {
            String storeLine = storeLines.get(line.orderLine());
            Map<String, String> said =
                    storeLine == null ? null : shipTo.entered().get(storeLine);
            if (said != null) {
                entered.put(line.orderLine(), said);
            }
        }
        return entered;
    }

    private static void write(
            PurchaseOrderFacts facts, Map<PurchaseOrderId, Rendering> rendered, Map<PurchaseOrderId, String> bad) {
        PurchaseOrderId id = facts.order().id();
        try {
            byte[] bytes = PurchaseOrderDocument.render(facts);
            DocumentCheck.differences(bytes, facts)
                    .ifPresentOrElse(
                            difference -> bad.put(id, difference), () -> rendered.put(id, Rendering.json(bytes)));
        } catch (JacksonException unwritable) {
            bad.put(id, "the document cannot be written: " + unwritable.getOriginalMessage());
        }
    }

    private static @Nullable PurchaseOrderFacts facts(ReadyToSend order, Sources sources) {
        SupplierTerms supplier = sources.suppliers().get(order.supplier());
        Store store = sources.stores().get(order.store());
        ShipTo shipTo = sources.shipTos().get(order.customerRecord());
        PostalAddress address = shipTo == null ? null : shipTo.address();
        if (supplier == null || store == null || shipTo == null || address == null || isBlank(address)) {
            return null;
        }
        return new PurchaseOrderFacts(
                order,
                supplier,
                sources.merchantName(),
                store,
                named(address, shipTo),
                shipTo.giftMessage(),
                entered(order, shipTo, sources.storeLines()));
    }

    /** No street or no country: there is no other address to fall back to. */
    private static boolean isBlank(PostalAddress address) {
        return address.line1() == null
                || address.line1().isBlank()
                || address.countryCode() == null
                || address.countryCode().isBlank();
    }

    /** A parcel needs a name: where the address has neither person nor firm, the customer's own. */
    private static PostalAddress named(PostalAddress address, ShipTo shipTo) {
        if (address.name() != null || address.company() != null) {
            return address;
        }
        return new PostalAddress(
                shipTo.customer().name(),
                null,
                address.line1(),
                address.line2(),
                address.city(),
                address.region(),
                address.regionCode(),
                address.postcode(),
                address.countryCode(),
                address.phone());
    }
}
