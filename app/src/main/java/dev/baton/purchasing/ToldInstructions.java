package dev.baton.purchasing;

import dev.baton.suppliers.InstructionKey;
import dev.baton.suppliers.InstructionScope;
import dev.baton.suppliers.InstructionVersion;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Instructions.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What whoever packs is told on one purchase order, in the words that held when it was planned.
 *
 * @param said kind by kind; what several say of one kind stands in lines of its own
 * @param from whose words these are, and in which version
 */
public record ToldInstructions(Instructions said, List<Source> from) {

    /** Version of the stored form. */
    private static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Words of one version.
     *
     * @param scope as in {@link InstructionScope}, or {@code ORDER}
     * @param subject the supplier's or brand's code, the SKU; empty for the order's own
     */
    public record Source(String scope, String subject, int version) {

        static Source of(InstructionVersion version) {
            InstructionKey key = version.key();
            return new Source(key.scope().name(), key.subject(), version.version());
        }
    }

    /** Gathers texts kind by kind, in the order they are said. */
    static final class Gathering {

        private final Map<Kind, String> texts = new EnumMap<>(Kind.class);
        private final List<Source> from = new ArrayList<>();

        /** {@code before} stands before each text, such as the product it is about; empty = it is about everything. */
        Gathering add(Instructions said, String before) {
            for (Instructions.Said each : said.said()) {
                texts.merge(each.kind(), before + each.text(), (one, other) -> one + "\n" + other);
            }
            return this;
        }

        Gathering from(Source source) {
            if (!from.contains(source)) {
                from.add(source);
            }
            return this;
        }

        ToldInstructions told() {
            return new ToldInstructions(
                    new Instructions(
                            texts.get(Kind.PACKAGING),
                            texts.get(Kind.BRANDING),
                            texts.get(Kind.INSERT),
                            texts.get(Kind.LABEL),
                            texts.get(Kind.SPECIAL)),
                    List.copyOf(from));
        }
    }

    /** The same, and what is said of the order alone. */
    ToldInstructions with(Instructions ofOrder, int version) {
        Gathering all = new Gathering().add(said, "").add(ofOrder, "");
        from.forEach(all::from);
        return all.from(new Source("ORDER", "", version)).told();
    }

    String written() {
        ObjectNode json = write(said);
        json.put("schemaVersion", SCHEMA_VERSION);
        ArrayNode sources = json.putArray("from");
        for (Source each : from) {
            sources.addObject()
                    .put("scope", each.scope())
                    .put("subject", each.subject())
                    .put("version", each.version());
        }
        return JSON.writeValueAsString(json);
    }

    static ToldInstructions read(String written) {
        JsonNode json = JSON.readTree(written);
        return new ToldInstructions(
                words(json),
                json.path("from")
                        .valueStream()
                        .map(each -> new Source(
                                each.path("scope").asString(),
                                each.path("subject").asString(),
                                each.path("version").asInt()))
                        .toList());
    }

    /** The texts alone, as an object. */
    static ObjectNode write(Instructions said) {
        ObjectNode json = JSON.createObjectNode();
        said.said().forEach(each -> json.put(each.kind().word(), each.text()));
        return json;
    }

    /** What {@link #write} wrote. */
    static Instructions words(JsonNode json) {
        return new Instructions(
                text(json, Kind.PACKAGING),
                text(json, Kind.BRANDING),
                text(json, Kind.INSERT),
                text(json, Kind.LABEL),
                text(json, Kind.SPECIAL));
    }

    private static @Nullable String text(JsonNode json, Kind kind) {
        JsonNode text = json.path(kind.word());
        return text.isString() ? text.asString() : null;
    }
}
