package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Field;
import dev.baton.world.graphql.Ast.Fragment;
import dev.baton.world.graphql.Ast.Inline;
import dev.baton.world.graphql.Ast.NonNull;
import dev.baton.world.graphql.Ast.Operation;
import dev.baton.world.graphql.Ast.Selection;
import dev.baton.world.graphql.Ast.Spread;
import dev.baton.world.graphql.Ast.TypeRef;
import dev.baton.world.graphql.Ast.Value;
import dev.baton.world.graphql.Ast.Variable;
import dev.baton.world.graphql.Schema.FieldType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks one operation against the schema before anything runs, as Shopify does. */
final class Validator {

    private final Schema schema;
    private final Ast.Document document;
    private final Operation operation;
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Variable> declared = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    private Validator(Schema schema, Ast.Document document, Operation operation) {
        this.schema = schema;
        this.document = document;
        this.operation = operation;
    }

    /** Everything wrong with the operation; empty when it may run. */
    static List<Refusal> check(Schema schema, Ast.Document document, Operation operation) {
        Validator validator = new Validator(schema, document, operation);
        validator.run();
        return validator.refusals;
    }

    private void run() {
        for (Variable variable : operation.variables()) {
            declared.put(variable.name(), variable);
            Schema.Type type = schema.find(variable.type().base());
            if (type == null || Schema.fields(type) != null) {
                String base = variable.type().base();
                refuse(
                        base + " isn't a defined input type (on $" + variable.name() + ")",
                        variable.place(),
                        List.of(operation.label()),
                        Map.of("code", "variableRequiresValidType", "typeName", base, "variableName", variable.name()));
            }
        }
        selections(operation.selections(), schema.root(operation.kind()), List.of(operation.label()), Set.of());
        for (Variable variable : operation.variables()) {
            if (!used.contains(variable.name())) {
                refuse(
                        "Variable $" + variable.name() + " is declared by "
                                + (operation.name() == null ? "anonymous " + operation.kind() : operation.name())
                                + " but not used",
                        variable.place(),
                        List.of(operation.label()),
                        Map.of("code", "variableNotUsed", "variableName", variable.name()));
            }
        }
    }

    private void selections(List<Selection> selections, Schema.Type on, List<String> path, Set<String> open) {
        for (Selection selection : selections) {
            switch (selection) {
                case Field field -> field(field, on, path, open);
                case Inline inline -> fragment(inline.on(), inline.selections(), inline, on, path, open);
                case Spread spread -> spread(spread, on, path, open);
            }
        }
    }

    private void spread(Spread spread, Schema.Type on, List<String> path, Set<String> open) {
        Fragment fragment = document.fragments().get(spread.fragment());
        if (fragment == null) {
            refuse(
                    "Fragment " + spread.fragment() + " was used, but not defined",
                    spread.place(),
                    path,
                    Map.of("code", "useAndDefineFragment", "fragmentName", spread.fragment()));
            return;
        }
        if (open.contains(fragment.name())) {
            refuse(
                    "Fragment " + fragment.name() + " contains an infinite loop",
                    fragment.place(),
                    path,
                    Map.of("code", "infiniteLoop", "fragmentName", fragment.name()));
            return;
        }
        Set<String> inside = new HashSet<>(open);
        inside.add(fragment.name());
        fragment(fragment.on(), fragment.selections(), spread, on, path, inside);
    }

    private void fragment(
            @Nullable String name,
            List<Selection> inner,
            Selection where,
            Schema.Type on,
            List<String> path,
            Set<String> open) {
        Schema.Type type = name == null ? on : schema.find(name);
        if (type == null || Schema.fields(type) == null) {
            refuse(
                    "No such type " + name + ", so it can't be a fragment condition",
                    where.place(),
                    path,
                    Map.of("code", "undefinedType", "typeName", String.valueOf(name)));
        } else if (!schema.overlaps(type.name(), on.name())) {
            refuse(
                    "Fragment on " + type.name() + " can't be spread inside " + on.name(),
                    where.place(),
                    path,
                    Map.of(
                            "code", "cannotSpreadFragment",
                            "typeName", type.name(),
                            "parentName", on.name()));
        } else {
            selections(inner, type, path, open);
        }
    }

    private void field(Field field, Schema.Type on, List<String> path, Set<String> open) {
        if (field.name().equals("__typename")) {
            return;
        }
        List<String> inside = append(path, field.key());
        Map<String, FieldType> fields = Schema.fields(on);
        FieldType type = fields == null ? null : fields.get(field.name());
        if (type == null) {
            refuse(
                    "Field '" + field.name() + "' doesn't exist on type '" + on.name() + "'",
                    field.place(),
                    inside,
                    Map.of("code", "undefinedField", "typeName", on.name(), "fieldName", field.name()));
            return;
        }
        arguments(field, type, inside);
        directives(field, inside);
        Schema.Type result = schema.find(type.type().base());
        if (result == null) {
            throw new IllegalStateException("the schema lacks " + type.type().base());
        }
        boolean composite = Schema.fields(result) != null;
        if (composite && field.selections().isEmpty()) {
            mismatch(
                    "Field must have selections (field '" + field.name() + "' returns " + result.name()
                            + " but has no selections. Did you mean '" + field.name() + " { ... }'?)",
                    field,
                    result,
                    inside);
        } else if (!composite && !field.selections().isEmpty()) {
            mismatch(
                    "Selections can't be made on scalars (field '" + field.name() + "' returns " + result.name()
                            + " but has selections)",
                    field,
                    result,
                    inside);
        } else {
            selections(field.selections(), result, inside, open);
        }
    }

    private void mismatch(String message, Field field, Schema.Type result, List<String> path) {
        refuse(
                message,
                field.place(),
                path,
                Map.of(
                        "code",
                        "selectionMismatch",
                        "nodeName",
                        "field '" + field.name() + "'",
                        "typeName",
                        result.name()));
    }

    private void arguments(Field field, FieldType type, List<String> path) {
        field.arguments().forEach((name, value) -> {
            TypeRef wanted = type.arguments().get(name);
            if (wanted == null) {
                refuse(
                        "Field '" + field.name() + "' doesn't accept argument '" + name + "'",
                        field.place(),
                        append(path, name),
                        Map.of(
                                "code",
                                "argumentNotAccepted",
                                "name",
                                field.name(),
                                "typeName",
                                "Field",
                                "argumentName",
                                name));
            } else {
                literal(new Spot(field, name, path), value, wanted);
            }
        });
        List<String> missing = type.arguments().entrySet().stream()
                .filter(argument -> argument.getValue() instanceof NonNull)
                .map(Map.Entry::getKey)
                .filter(name -> !field.arguments().containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            String names = String.join(", ", missing);
            refuse(
                    "Field '" + field.name() + "' is missing required arguments: " + names,
                    field.place(),
                    path,
                    Map.of(
                            "code",
                            "missingRequiredArguments",
                            "className",
                            "Field",
                            "name",
                            field.name(),
                            "arguments",
                            names));
        }
    }

    private void directives(Field field, List<String> path) {
        field.directives().forEach((name, given) -> {
            Map<String, TypeRef> accepted = schema.directive(name);
            if (accepted == null) {
                refuse(
                        "Directive @" + name + " is not defined",
                        field.place(),
                        path,
                        Map.of("code", "undefinedDirective", "directiveName", name));
                return;
            }
            given.forEach((argument, value) -> {
                TypeRef wanted = accepted.get(argument);
                if (wanted == null) {
                    refuse(
                            "Directive '" + name + "' doesn't accept argument '" + argument + "'",
                            field.place(),
                            append(path, argument),
                            Map.of("code", "argumentNotAccepted", "name", name, "typeName", "Directive"));
                } else {
                    literal(new Spot(field, argument, path), value, wanted);
                }
            });
            accepted.keySet().stream()
                    .filter(argument -> !given.containsKey(argument))
                    .forEach(argument -> refuse(
                            "Directive '" + name + "' is missing required arguments: " + argument,
                            field.place(),
                            path,
                            Map.of("code", "missingRequiredArguments", "className", "Directive", "name", name)));
        });
    }

    /** Which argument of which field is being looked at. */
    private record Spot(Field field, String argument, List<String> path) {}

    private void literal(Spot spot, Value value, TypeRef wanted) {
        if (value instanceof Ast.VariableValue(String name)) {
            variable(spot, name, wanted);
            return;
        }
        if (value instanceof Ast.ObjectValue(Map<String, Value> fields)
                && schema.find(bare(wanted).base()) instanceof Schema.InputType input
                && bare(wanted) instanceof Ast.Named) {
            object(spot, fields, input);
        } else if (value instanceof Ast.ListValue(List<Value> values)
                && bare(wanted) instanceof Ast.ListOf(TypeRef of)) {
            values.forEach(element -> literal(spot, element, of));
        } else if (!Literals.fits(schema, value, wanted)) {
            refuse(
                    "Argument '" + spot.argument() + "' on Field '"
                            + spot.field().name() + "' has an invalid value (" + value.text() + "). Expected type '"
                            + wanted.text() + "'.",
                    spot.field().place(),
                    append(spot.path(), spot.argument()),
                    Map.of(
                            "code", "argumentLiteralsIncompatible",
                            "typeName", "Field",
                            "argumentName", spot.argument()));
        }
    }

    private void object(Spot spot, Map<String, Value> fields, Schema.InputType input) {
        fields.forEach((name, value) -> {
            TypeRef type = input.fields().get(name);
            if (type == null) {
                refuse(
                        "InputObject '" + input.name() + "' doesn't accept argument '" + name + "'",
                        spot.field().place(),
                        append(append(spot.path(), spot.argument()), name),
                        Map.of(
                                "code",
                                "argumentNotAccepted",
                                "name",
                                input.name(),
                                "typeName",
                                "InputObject",
                                "argumentName",
                                name));
            } else {
                literal(new Spot(spot.field(), name, append(spot.path(), spot.argument())), value, type);
            }
        });
        input.fields().forEach((name, type) -> {
            if (type instanceof NonNull && !fields.containsKey(name)) {
                refuse(
                        "Argument '" + name + "' on InputObject '" + input.name() + "' is required. Expected type "
                                + type.text(),
                        spot.field().place(),
                        append(append(spot.path(), spot.argument()), name),
                        Map.of(
                                "code",
                                "missingRequiredInputObjectAttribute",
                                "argumentName",
                                name,
                                "argumentType",
                                type.text(),
                                "inputObjectType",
                                input.name()));
            }
        });
    }

    private void variable(Spot spot, String name, TypeRef wanted) {
        used.add(name);
        Variable variable = declared.get(name);
        if (variable == null) {
            refuse(
                    "Variable $" + name + " is used by "
                            + (operation.name() == null ? "anonymous " + operation.kind() : operation.name())
                            + " but not declared",
                    spot.field().place(),
                    append(spot.path(), spot.argument()),
                    Map.of("code", "variableNotDefined", "variableName", name));
        } else if (!Literals.variableFits(variable, wanted)) {
            refuse(
                    "Type mismatch on variable $" + name + " and argument " + spot.argument() + " ("
                            + variable.type().text() + " / " + wanted.text() + ")",
                    spot.field().place(),
                    append(spot.path(), spot.argument()),
                    Map.of(
                            "code",
                            "variableMismatch",
                            "variableName",
                            name,
                            "typeName",
                            variable.type().text(),
                            "argumentName",
                            spot.argument(),
                            "errorMessage",
                            "Type mismatch"));
        }
    }

    private static TypeRef bare(TypeRef type) {
        return type instanceof NonNull(TypeRef of) ? of : type;
    }

    private static List<String> append(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private void refuse(String message, Ast.Place place, List<String> path, Map<String, String> extensions) {
        refusals.add(new Refusal(message, place, path, extensions));
    }
}
