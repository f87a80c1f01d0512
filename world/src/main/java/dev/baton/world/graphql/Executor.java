package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Field;
import dev.baton.world.graphql.Ast.Inline;
import dev.baton.world.graphql.Ast.NonNull;
import dev.baton.world.graphql.Ast.Selection;
import dev.baton.world.graphql.Ast.Spread;
import dev.baton.world.graphql.Ast.TypeRef;
import dev.baton.world.graphql.Ast.Value;
import dev.baton.world.graphql.Schema.FieldType;
import dev.baton.world.http.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs a checked operation over the nodes. */
final class Executor {

    private final Schema schema;
    private final Ast.Document document;
    private final Map<String, Object> variables = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private int objects;

    Executor(Schema schema, Ast.Document document, Ast.Operation operation, JsonNode given) {
        this.schema = schema;
        this.document = document;
        for (Ast.Variable variable : operation.variables()) {
            JsonNode value = given.get(variable.name());
            Object chosen =
                    value != null ? plain(value) : variable.otherwise() == null ? null : plain(variable.otherwise());
            if (chosen != null) {
                variables.put(variable.name(), chosen);
            }
        }
    }

    /** The answer's data; null when a field that may not be null was denied at the top. */
    @Nullable
    ObjectNode run(Ast.Operation operation, GraphNode root) {
        return object(operation.selections(), root, List.of());
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** How many objects the answer holds, for its actual cost. */
    int objects() {
        return objects;
    }

    private @Nullable ObjectNode object(List<Selection> selections, GraphNode node, List<String> path) {
        objects++;
        Map<String, List<Field>> fields = new LinkedHashMap<>();
        collect(selections, node, fields);
        ObjectNode answer = Json.object();
        for (Map.Entry<String, List<Field>> entry : fields.entrySet()) {
            Field field = entry.getValue().getFirst();
            if (field.name().equals("__typename")) {
                answer.put(entry.getKey(), node.type());
                continue;
            }
            FieldType type = fieldType(node.type(), field.name());
            JsonNode value = value(entry.getValue(), type, node, append(path, entry.getKey()));
            if (value.isNull() && type.type() instanceof NonNull) {
                return null;
            }
            answer.set(entry.getKey(), value);
        }
        return answer;
    }

    private void collect(List<Selection> selections, GraphNode node, Map<String, List<Field>> fields) {
        for (Selection selection : selections) {
            switch (selection) {
                case Field field ->
                    fields.computeIfAbsent(field.key(), _ -> new ArrayList<>()).add(field);
                case Inline inline -> {
                    if (inline.on() == null || schema.implementsIt(node.type(), inline.on())) {
                        collect(inline.selections(), node, fields);
                    }
                }
                case Spread spread -> {
                    Ast.Fragment fragment = document.fragments().get(spread.fragment());
                    if (fragment != null && schema.implementsIt(node.type(), fragment.on())) {
                        collect(fragment.selections(), node, fields);
                    }
                }
            }
        }
    }

    private FieldType fieldType(String type, String field) {
        FieldType found = schema.object(type).fields().get(field);
        if (found == null) {
            throw new IllegalStateException(type + " has no field " + field);
        }
        return found;
    }

    private JsonNode value(List<Field> fields, FieldType type, GraphNode node, List<String> path) {
        Field field = fields.getFirst();
        try {
            Object value = node.value(field.name(), arguments(field));
            List<Selection> inner =
                    fields.stream().flatMap(same -> same.selections().stream()).toList();
            return complete(value, type.type(), inner, path);
        } catch (FieldDenied denied) {
            refusals.add(new Refusal(String.valueOf(denied.getMessage()), field.place(), path, denied.extensions()));
            return NullNode.getInstance();
        }
    }

    private JsonNode complete(@Nullable Object value, TypeRef type, List<Selection> inner, List<String> path) {
        return switch (value) {
            case null -> NullNode.getInstance();
            case GraphNode node -> {
                ObjectNode object = object(inner, node, path);
                yield object == null ? NullNode.getInstance() : object;
            }
            case List<?> list -> {
                ArrayNode array = Json.array();
                for (int i = 0; i < list.size(); i++) {
                    array.add(complete(list.get(i), type, inner, append(path, Integer.toString(i))));
                }
                yield array;
            }
            case String text -> JsonNodeFactory.instance.stringNode(text);
            case Integer number -> JsonNodeFactory.instance.numberNode(number);
            case Long number -> JsonNodeFactory.instance.numberNode(number);
            case Double number -> JsonNodeFactory.instance.numberNode(number);
            case Boolean truth -> JsonNodeFactory.instance.booleanNode(truth);
            default -> throw new IllegalStateException("no GraphQL value: " + value.getClass());
        };
    }

    private Map<String, Object> arguments(Field field) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        field.arguments().forEach((name, value) -> {
            Object plain = plain(value);
            if (plain != null) {
                arguments.put(name, plain);
            }
        });
        field.directives()
                .forEach((name, given) -> given.forEach((argument, value) -> {
                    Object plain = plain(value);
                    if (plain != null) {
                        arguments.put("@" + name + "." + argument, plain);
                    }
                }));
        return arguments;
    }

    private @Nullable Object plain(Value value) {
        return switch (value) {
            case Ast.VariableValue(String name) -> variables.get(name);
            case Ast.NumberValue(String literal, boolean whole) ->
                whole ? (Object) Integer.valueOf(literal) : new BigDecimal(literal);
            case Ast.TextValue(String text) -> text;
            case Ast.BooleanValue(boolean truth) -> truth;
            case Ast.NullValue() -> null;
            case Ast.EnumValue(String name) -> name;
            case Ast.ListValue(List<Value> values) -> {
                List<@Nullable Object> list = new ArrayList<>();
                values.forEach(element -> list.add(plain(element)));
                yield list;
            }
            case Ast.ObjectValue(Map<String, Value> fields) -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                fields.forEach((name, inner) -> map.put(name, plain(inner)));
                yield map;
            }
        };
    }

    private static @Nullable Object plain(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isObject()) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
            return map;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        return node.isNumber() ? node.decimalValue() : node.stringValue();
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
