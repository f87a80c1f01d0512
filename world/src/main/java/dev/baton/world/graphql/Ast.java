package dev.baton.world.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a parsed GraphQL request. */
final class Ast {

    private Ast() {}

    /** Where something stands in the request's text, counted from 1. */
    record Place(int line, int column) {}

    record Document(List<Operation> operations, Map<String, Fragment> fragments) {}

    /** One query or mutation; the name is null for an anonymous one. */
    record Operation(String kind, @Nullable String name, List<Variable> variables, List<Selection> selections) {

        /** How answers name it in a path: {@code query Orders} or {@code query}. */
        String label() {
            return name == null ? kind : kind + " " + name;
        }
    }

    record Variable(String name, TypeRef type, @Nullable Value otherwise, Place place) {}

    record Fragment(String name, String on, List<Selection> selections, Place place) {}

    sealed interface Selection {
        Place place();
    }

    /** A field with its arguments; {@code directives} are those written behind it, by name, with their arguments. */
    record Field(
            @Nullable String alias,
            String name,
            Map<String, Value> arguments,
            Map<String, Map<String, Value>> directives,
            List<Selection> selections,
            Place place)
            implements Selection {

        /** The name under which the answer carries it. */
        String key() {
            return alias == null ? name : alias;
        }
    }

    record Spread(String fragment, Place place) implements Selection {}

    /** {@code on} is null where the type is that of the surrounding selection. */
    record Inline(@Nullable String on, List<Selection> selections, Place place) implements Selection {}

    /** A type as written: {@code [ID!]!}. */
    sealed interface TypeRef {

        /** The innermost name. */
        default String base() {
            return switch (this) {
                case Named(String name) -> name;
                case ListOf(TypeRef of) -> of.base();
                case NonNull(TypeRef of) -> of.base();
            };
        }

        /** The type as GraphQL writes it. */
        default String text() {
            return switch (this) {
                case Named(String name) -> name;
                case ListOf(TypeRef of) -> "[" + of.text() + "]";
                case NonNull(TypeRef of) -> of.text() + "!";
            };
        }
    }

    record Named(String name) implements TypeRef {}

    record ListOf(TypeRef of) implements TypeRef {}

    record NonNull(TypeRef of) implements TypeRef {}

    sealed interface Value {

        /** The literal as GraphQL writes it. */
        default String text() {
            return switch (this) {
                case VariableValue(String name) -> "$" + name;
                case NumberValue(String literal, boolean _) -> literal;
                case TextValue(String text) -> '"' + text + '"';
                case BooleanValue(boolean value) -> Boolean.toString(value);
                case NullValue() -> "null";
                case EnumValue(String name) -> name;
                case ListValue(List<Value> values) ->
                    values.stream().map(Value::text).toList().toString();
                case ObjectValue(Map<String, Value> fields) -> {
                    List<String> parts = fields.entrySet().stream()
                            .map(field ->
                                    field.getKey() + ": " + field.getValue().text())
                            .toList();
                    yield "{" + String.join(", ", parts) + "}";
                }
            };
        }
    }

    record VariableValue(String name) implements Value {}

    record NumberValue(String literal, boolean whole) implements Value {}

    record TextValue(String value) implements Value {}

    record BooleanValue(boolean value) implements Value {}

    record NullValue() implements Value {}

    record EnumValue(String name) implements Value {}

    record ListValue(List<Value> values) implements Value {}

    record ObjectValue(Map<String, Value> fields) implements Value {}
}
