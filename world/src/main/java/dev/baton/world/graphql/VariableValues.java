package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.ListOf;
import dev.baton.world.graphql.Ast.Named;
import dev.baton.world.graphql.Ast.NonNull;
import dev.baton.world.graphql.Ast.Operation;
import dev.baton.world.graphql.Ast.TypeRef;
import dev.baton.world.graphql.Ast.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the JSON values given for variables. */
final class VariableValues {

    private VariableValues() {}

    /** What is wrong with the values given; empty when they fit. */
    static List<Refusal> check(Schema schema, Operation operation, JsonNode given) {
        List<Refusal> refusals = new ArrayList<>();
        for (Variable variable : operation.variables()) {
            JsonNode value = given.get(variable.name());
            if (value == null && (variable.otherwise() != null || !(variable.type() instanceof NonNull))) {
                continue;
            }
            List<Problem> problems = new ArrayList<>();
            check(schema, value, variable.type(), "", problems);
            if (!problems.isEmpty()) {
                refusals.add(refusal(variable, problems));
            }
        }
        return refusals;
    }

    private record Problem(String path, String explanation) {}

    private static Refusal refusal(Variable variable, List<Problem> problems) {
        List<String> words = problems.stream()
                .map(problem -> problem.path().isEmpty()
                        ? "(" + problem.explanation() + ")"
                        : "for " + problem.path() + " (" + problem.explanation() + ")")
                .toList();
        boolean whole = problems.size() == 1 && problems.getFirst().path().isEmpty();
        return new Refusal(
                "Variable $" + variable.name() + " of type " + variable.type().text() + " was provided invalid value"
                        + (whole ? "" : " " + String.join(", ", words)),
                variable.place(),
                List.of(),
                Map.of("code", "INVALID_VARIABLE", "problems", String.join("; ", words)));
    }

    private static void check(
            Schema schema, @Nullable JsonNode value, TypeRef type, String path, List<Problem> problems) {
        boolean absent = value == null || value.isNull();
        switch (type) {
            case NonNull(TypeRef of) -> {
                if (absent) {
                    problems.add(new Problem(path, "Expected value to not be null"));
                } else {
                    check(schema, value, of, path, problems);
                }
            }
            case ListOf(TypeRef of) -> {
                if (value != null && !absent) {
                    if (value.isArray()) {
                        for (int i = 0; i < value.size(); i++) {
                            check(schema, value.get(i), of, join(path, Integer.toString(i)), problems);
                        }
                    } else {
                        check(schema, value, of, path, problems);
                    }
                }
            }
            case Named(String name) -> {
                if (value != null && !absent) {
                    named(schema, value, name, path, problems);
                }
            }
        }
    }

    private static void named(Schema schema, JsonNode value, String name, String path, List<Problem> problems) {
        switch (schema.find(name)) {
            case Schema.InputType input -> object(schema, value, input, path, problems);
            case Schema.EnumType type -> {
                if (!value.isString() || !type.values().contains(value.stringValue())) {
                    problems.add(new Problem(
                            path,
                            "Expected \"" + value.asString("") + "\" to be one of: "
                                    + String.join(", ", type.values())));
                }
            }
            case Schema.ScalarType _ -> {
                if (!scalar(value, name)) {
                    problems.add(new Problem(path, "Could not coerce value " + value + " to " + name));
                }
            }
            case null -> throw new IllegalStateException("the schema lacks " + name);
            case Schema.ObjectType _, Schema.InterfaceType _ -> problems.add(new Problem(path, "No input type"));
        }
    }

    private static void object(
            Schema schema, JsonNode value, Schema.InputType input, String path, List<Problem> problems) {
        if (!value.isObject()) {
            problems.add(new Problem(path, "Expected " + value + " to be a key-value object."));
            return;
        }
        value.properties().forEach(field -> {
            if (!input.fields().containsKey(field.getKey())) {
                problems.add(new Problem(join(path, field.getKey()), "Field is not defined on " + input.name()));
            }
        });
        input.fields().forEach((name, type) -> check(schema, value.get(name), type, join(path, name), problems));
    }

    private static boolean scalar(JsonNode value, String name) {
        return switch (name) {
            case "Int" -> value.isIntegralNumber() && value.canConvertToInt();
            case "Float" -> value.isNumber();
            case "Boolean" -> value.isBoolean();
            case "ID" -> value.isString() || value.isIntegralNumber();
            default -> value.isString() || (name.equals("Decimal") && value.isNumber());
        };
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
