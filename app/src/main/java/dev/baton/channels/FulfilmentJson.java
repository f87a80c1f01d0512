package dev.baton.channels;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The two JSON columns of {@code store_fulfilment}, schema version 1. */
final class FulfilmentJson {

    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private FulfilmentJson() {}

    static String shipped(List<Parcel> parcels) {
        ObjectNode root = versioned();
        ArrayNode list = root.putArray("parcels");
        for (Parcel parcel : parcels) {
            ObjectNode node = list.addObject();
            node.put("carrier", parcel.carrierCode());
            node.put("said", parcel.carrierSaid());
            node.put("number", parcel.trackingNumber());
            node.put("url", parcel.trackingUrl());
            ArrayNode lines = node.putArray("lines");
            parcel.units()
                    .forEach((line, quantity) ->
                            lines.addObject().put("line", line.toString()).put("quantity", quantity));
        }
        return root.toString();
    }

    static List<Parcel> parcels(String json) {
        List<Parcel> parcels = new ArrayList<>();
        for (Fields parcel : fields(json).list("parcels")) {
            Map<UUID, Integer> units = new HashMap<>();
            for (Fields line : parcel.list("lines")) {
                units.merge(UUID.fromString(line.requiredText("line")), line.count("quantity", 0), Integer::sum);
            }
            parcels.add(new Parcel(
                    text(parcel, "carrier"), text(parcel, "said"), text(parcel, "number"), parcel.text("url"), units));
        }
        return parcels;
    }

    static String pushed(List<SeenFulfilment> fulfilments) {
        ObjectNode root = versioned();
        ArrayNode list = root.putArray("fulfilments");
        for (SeenFulfilment fulfilment : fulfilments) {
            ObjectNode node = list.addObject();
            node.put("id", fulfilment.fulfilmentId());
            fulfilment.trackingNumbers().forEach(node.putArray("numbers")::add);
            ArrayNode lines = node.putArray("lines");
            fulfilment
                    .units()
                    .forEach((line, quantity) ->
                            lines.addObject().put("line", line).put("quantity", quantity));
        }
        return root.toString();
    }

    static List<SeenFulfilment> fulfilments(String json) {
        List<SeenFulfilment> fulfilments = new ArrayList<>();
        for (Fields fulfilment : fields(json).list("fulfilments")) {
            Map<String, Integer> units = new HashMap<>();
            for (Fields line : fulfilment.list("lines")) {
                units.merge(line.requiredText("line"), line.count("quantity", 0), Integer::sum);
            }
            fulfilments.add(new SeenFulfilment(fulfilment.requiredText("id"), fulfilment.texts("numbers"), units));
        }
        return fulfilments;
    }

    private static ObjectNode versioned() {
        return JSON.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
    }

    private static Fields fields(String json) {
        return Fields.of(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Fields fields, String name) {
        String text = fields.text(name);
        return text == null ? "" : text;
    }
}
