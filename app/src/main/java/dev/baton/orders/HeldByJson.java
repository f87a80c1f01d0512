package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How {@link HeldBy} is kept. */
final class HeldByJson {

    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    private HeldByJson() {}

    static String write(HeldBy wanted) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schemaVersion", SCHEMA_VERSION);
        ArrayNode kinds = root.putArray("kinds");
        wanted.kinds().stream().map(Enum::name).sorted().forEach(kinds::add);
        ArrayNode goods = root.putArray("goods");
        for (HeldBy.Goods each : wanted.goods()) {
            ObjectNode row = goods.addObject().put("sku", each.sku());
            StoreId store = each.store();
            if (store != null) {
                row.put("store", store.value().toString());
            }
        }
        return root.toString();
    }

    static HeldBy read(String text) {
        JsonNode root = JSON.readTree(text);
        Set<HoldKind> kinds = EnumSet.noneOf(HoldKind.class);
        root.path("kinds").forEach(kind -> kinds.add(HoldKind.valueOf(kind.stringValue())));
        List<HeldBy.Goods> goods = new ArrayList<>();
        for (JsonNode each : root.path("goods")) {
            goods.add(new HeldBy.Goods(
                    each.has("store")
                            ? new StoreId(UUID.fromString(each.path("store").stringValue()))
                            : null,
                    each.path("sku").stringValue()));
        }
        return new HeldBy(kinds, goods);
    }
}
