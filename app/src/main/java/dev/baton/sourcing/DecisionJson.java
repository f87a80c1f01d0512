package dev.baton.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The stored form of a decision: one compact JSON object, {@code schemaVersion} 1. Amounts are micros as in {@link
 * SourcingDecision}; an {@code origin} is an index into {@code origins}. What was written by any version can be read for
 * ever.
 */
public final class DecisionJson {
    static final int SCHEMA_VERSION = 1;

    private static final int CHARACTERS_PER_OFFER = 160;
    private static final int CHARACTERS_BESIDE = 400;

    private final SourcingDecision decision;
    private final List<Origin> origins = new ArrayList<>();
    private final JsonText json;

    private DecisionJson(SourcingDecision decision) {
        this.decision = decision;
        int rows = decision.considered().size() + 2 * decision.assignments().size();
        json = new JsonText(CHARACTERS_BESIDE + rows * CHARACTERS_PER_OFFER);
    }

    /** Writes a decision down. */
    public static String write(SourcingDecision decision) {
        return new DecisionJson(decision).write();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is not such a document; it was damaged or written by a newer version
     */
    public static SourcingDecision read(String json) {
        return DecisionReader.read(json);
    }

    private String write() {
        json.open('{')
                .field("schemaVersion", SCHEMA_VERSION)
                .field("bookCurrency", decision.bookCurrency())
                .field("total", decision.totalMicros())
                .field("splitPenalty", decision.splitPenaltyMicros())
                .field("exact", decision.exact())
                .field("lowerBound", decision.lowerBoundMicros())
                .field("nodes", decision.nodesVisited());
        writeGroups();
        writeAssignments();
        writeUnassigned();
        writeConsidered();
        writeOrigins();
        return json.close('}').toString();
    }

    private void writeGroups() {
        json.name("groups").open('[');
        for (GroupCost group : decision.groups()) {
            json.open('{')
                    .field("origin", indexOf(group.origin()))
                    .field("goods", group.goodsMicros())
                    .field("fee", group.feeMicros())
                    .field("shipping", group.shippingMicros())
                    .field("penalty", group.penaltyMicros())
                    .field("weightGrams", group.weightGrams())
                    .field("parcels", group.parcels());
            json.name("rates").open('[');
            for (FxRate rate : group.rates()) {
                json.open('{')
                        .field("currency", rate.currency())
                        .field("rate", rate.rateMicros())
                        .field("asOf", rate.asOf().toString())
                        .close('}');
            }
            json.close(']').close('}');
        }
        json.close(']');
    }

    private void writeAssignments() {
        json.name("assignments").open('[');
        for (Assignment assignment : decision.assignments()) {
            json.open('{')
                    .field("line", assignment.lineId())
                    .field("sku", assignment.skuId())
                    .field("offer", assignment.offerId())
                    .field("origin", indexOf(assignment.origin()))
                    .field("quantity", assignment.quantity())
                    .field("goods", assignment.goodsMicros())
                    .field("lateness", assignment.latenessMicros())
                    .close('}');
        }
        json.close(']');
    }

    private void writeUnassigned() {
        json.name("unassigned").open('[');
        for (UnassignedLine line : decision.unassigned()) {
            json.open('{')
                    .field("line", line.lineId())
                    .field("sku", line.skuId())
                    .field("quantity", line.quantity())
                    .field("reason", line.reason().name())
                    .close('}');
        }
        json.close(']');
    }

    /** By line, so that a line's id is written once. */
    private void writeConsidered() {
        json.name("considered").open('[');
        UUID line = null;
        for (Considered offer : decision.considered()) {
            if (!offer.lineId().equals(line)) {
                if (line != null) {
                    json.close(']').close('}');
                }
                line = offer.lineId();
                json.open('{').field("line", line).name("offers").open('[');
            }
            json.open('{')
                    .field("offer", offer.offerId())
                    .field("origin", indexOf(offer.origin()))
                    .field("available", offer.available())
                    .field("unitCost", offer.unitCostMicros())
                    .field("currency", offer.currency());
            if (offer.pricedFrom() > 1) {
                json.field("pricedFrom", offer.pricedFrom());
            }
            VerdictJson.write(offer.verdict(), json);
            json.close('}');
        }
        if (line != null) {
            json.close(']').close('}');
        }
        json.close(']');
    }

    private void writeOrigins() {
        json.name("origins").open('[');
        for (Origin origin : origins) {
            json.open('{')
                    .field("supplier", origin.supplierId())
                    .field("shipFrom", origin.shipFrom())
                    .close('}');
        }
        json.close(']');
    }

    private int indexOf(Origin origin) {
        int index = origins.indexOf(origin);
        if (index >= 0) {
            return index;
        }
        origins.add(origin);
        return origins.size() - 1;
    }
}
