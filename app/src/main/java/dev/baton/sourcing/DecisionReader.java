package dev.baton.sourcing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stored decision of any schema version there has been. */
final class DecisionReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final JsonNode root;
    private final List<Origin> origins;

    private DecisionReader(JsonNode root) {
        this.root = root;
        origins = list(
                root,
                "origins",
                node -> new Origin(
                        id(node, "supplier"), node.required("shipFrom").asString()));
    }

    /** @throws IllegalArgumentException if the text is not a stored decision of a known version */
    static SourcingDecision read(String json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            int version = root.path("schemaVersion").asInt(0);
            if (version != DecisionJson.SCHEMA_VERSION) {
                throw new IllegalArgumentException("schema version " + version + " of a decision is not known");
            }
            return new DecisionReader(root).decision();
        } catch (JacksonException | IndexOutOfBoundsException | DateTimeException e) {
            throw new IllegalArgumentException("not a stored decision: " + e.getMessage(), e);
        }
    }

    private SourcingDecision decision() {
        return new SourcingDecision(
                root.required("bookCurrency").asString(),
                list(root, "assignments", this::assignment),
                list(root, "groups", this::group),
                list(root, "unassigned", DecisionReader::unassigned),
                considered(),
                micros(root, "splitPenalty"),
                micros(root, "total"),
                root.required("exact").asBoolean(),
                micros(root, "lowerBound"),
                number(root, "nodes"));
    }

    private Assignment assignment(JsonNode node) {
        return new Assignment(
                id(node, "line"),
                id(node, "sku"),
                id(node, "offer"),
                origin(node),
                number(node, "quantity"),
                micros(node, "goods"),
                micros(node, "lateness"));
    }

    private GroupCost group(JsonNode node) {
        return new GroupCost(
                origin(node),
                micros(node, "goods"),
                micros(node, "fee"),
                micros(node, "shipping"),
                micros(node, "penalty"),
                micros(node, "weightGrams"),
                micros(node, "parcels"),
                list(node, "rates", DecisionReader::rate));
    }

    private static FxRate rate(JsonNode node) {
        return new FxRate(
                node.required("currency").asString(),
                micros(node, "rate"),
                LocalDate.parse(node.required("asOf").asString()));
    }

    private static UnassignedLine unassigned(JsonNode node) {
        return new UnassignedLine(
                id(node, "line"),
                id(node, "sku"),
                number(node, "quantity"),
                UnassignedLine.Reason.valueOf(node.required("reason").asString()));
    }

    private List<Considered> considered() {
        List<Considered> all = new ArrayList<>();
        for (JsonNode line : root.required("considered")) {
            UUID lineId = id(line, "line");
            for (JsonNode offer : line.required("offers")) {
                all.add(new Considered(
                        lineId,
                        id(offer, "offer"),
                        origin(offer),
                        number(offer, "available"),
                        micros(offer, "unitCost"),
                        offer.path("pricedFrom").asInt(1),
                        offer.required("currency").asString(),
                        VerdictJson.read(offer)));
            }
        }
        return all;
    }

    private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> each) {
        List<T> all = new ArrayList<>();
        for (JsonNode item : node.required(name)) {
            all.add(each.apply(item));
        }
        return all;
    }

    private Origin origin(JsonNode node) {
        return origins.get(number(node, "origin"));
    }

    private static int number(JsonNode node, String name) {
        return node.required(name).asInt();
    }

    private static long micros(JsonNode node, String name) {
        return node.required(name).asLong();
    }

    private static UUID id(JsonNode node, String name) {
        return UUID.fromString(node.required(name).asString());
    }
}
