package dev.baton.orders;

import dev.baton.catalog.OfferId;
import dev.baton.suppliers.SupplierId;

/** One allocation while an act works on it, under the lock of its sales order. */
final class AllocationState {

    final AllocationId id;
    final OrderLineId line;
    final OfferId offer;
    final SupplierId supplier;
    final String shipFrom;
    final String supplierSku;
    final String currency;
    final long unitCostMicros;
    final int quantity;
    final boolean fresh;
    Stage stage;
    int accepted;
    int rejected;
    int shipped;
    int delivered;
    int cancelAsked;

    /** Units its supplier is asked to leave to others; they are wanted, unlike those of {@link #cancelAsked}. */
    int rerouteAsked;

    /** A person wants its units shipped by others. */
    boolean rerouted;

    int cancelled;
    int excess;

    /** Its share of fee and shipping when it was decided, in 10⁻⁶ of the book currency. */
    long besideMicros;

    boolean touched;

    /** Reserved before, to be told of now. */
    boolean announce;

    /** How far the supplier knows of it. */
    enum Stage {
        /** Stock is claimed, no purchase order is written yet. */
        RESERVED,
        /** A purchase order is written, nobody has seen it. */
        ALLOCATED,
        /** Past the point of no return. */
        SENT,
        /** Ended unsent. */
        WITHDRAWN
    }

    AllocationState(AllocationId id, OrderLineId line, Source source, int quantity, Stage stage, boolean fresh) {
        this.id = id;
        this.line = line;
        this.offer = source.offer();
        this.supplier = source.supplier();
        this.shipFrom = source.shipFrom();
        this.supplierSku = source.supplierSku();
        this.currency = source.currency();
        this.unitCostMicros = source.unitCostMicros();
        this.quantity = quantity;
        this.stage = stage;
        this.fresh = fresh;
    }

    /** Where the units come from, frozen as of the decision. */
    record Source(
            OfferId offer,
            SupplierId supplier,
            String shipFrom,
            String supplierSku,
            String currency,
            long unitCostMicros) {}

    boolean unsent() {
        return stage == Stage.RESERVED || stage == Stage.ALLOCATED;
    }

    /** Sent units the supplier has not answered on. */
    int unanswered() {
        return stage == Stage.SENT ? quantity - accepted - rejected - shipped - cancelled : 0;
    }

    /** Units still to come from the supplier. */
    int outstanding() {
        return unanswered() + accepted;
    }

    /** Units its supplier could still be asked not to ship. */
    int askable() {
        return outstanding() - cancelAsked - rerouteAsked;
    }
}
