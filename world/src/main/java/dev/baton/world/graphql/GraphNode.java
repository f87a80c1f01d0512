package dev.baton.world.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One object a query can reach: its type's name and how each field is found. */
public final class GraphNode {

    /** Finds a field's value for the arguments given. */
    @FunctionalInterface
    public interface Finder {

        /**
         * The value: a {@link GraphNode}, a list, a text, a number, a truth value or null.
         *
         * @throws FieldDenied when the caller may not see or do it; the answer carries null and the error
         */
        @Nullable
        Object find(Map<String, Object> arguments);
    }

    private final String type;
    private final Map<String, Finder> fields = new LinkedHashMap<>();

    public GraphNode(String type) {
        this.type = type;
    }

    /** The object type's name, which {@code __typename} answers. */
    public String type() {
        return type;
    }

    /** A field whose value is known. */
    public GraphNode put(String name, @Nullable Object value) {
        fields.put(name, _ -> value);
        return this;
    }

    /** A field worked out only when it is asked for. */
    public GraphNode lazy(String name, Supplier<@Nullable Object> value) {
        fields.put(name, _ -> value.get());
        return this;
    }

    /** A field that takes arguments. */
    public GraphNode find(String name, Finder finder) {
        fields.put(name, finder);
        return this;
    }

    @Nullable
    Object value(String name, Map<String, Object> arguments) {
        Finder finder = fields.get(name);
        return finder == null ? null : finder.find(arguments);
    }
}
