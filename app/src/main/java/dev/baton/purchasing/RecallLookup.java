package dev.baton.purchasing;

import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What suppliers shipped after they had agreed not to; every method needs an open transaction of the merchant. */
@Component
public class RecallLookup {

    private final Recalls recalls;

    RecallLookup(Recalls recalls) {
        this.recalls = recalls;
    }

    /** About one purchase order, oldest first. */
    public List<Recall> of(MerchantId merchant, PurchaseOrderId id) {
        return recalls.of(merchant, id);
    }

    /** By id, wherever they stand. */
    public Map<RecallId, Recall> all(MerchantId merchant, Collection<RecallId> ids) {
        return recalls.findAll(merchant, ids).stream().collect(Collectors.toMap(Recall::id, Function.identity()));
    }

    /** About one shipment; empty = nothing in it was cancelled. */
    public Optional<Recall> ofShipment(MerchantId merchant, UUID shipment) {
        return recalls.ofShipments(merchant, List.of(shipment)).stream().findFirst();
    }

    /** As above, of many, by shipment; one in which nothing was cancelled is absent. */
    public Map<UUID, Recall> ofShipments(MerchantId merchant, Collection<UUID> shipments) {
        return recalls.ofShipments(merchant, shipments).stream()
                .collect(Collectors.toMap(Recall::shipment, Function.identity()));
    }

    /** The faults of one supplier, newest first. */
    public List<Recall> ofSupplier(MerchantId merchant, SupplierId supplier, int limit) {
        return recalls.ofSupplier(merchant, supplier, limit);
    }

    /** Of how many purchase orders one supplier shipped what it had agreed not to. */
    public long countOf(MerchantId merchant, SupplierId supplier) {
        return recalls.countOf(merchant, supplier);
    }
}
