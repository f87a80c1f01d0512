package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of one pinned API version, read from schema language. */
final class Schema {

    sealed interface Type {
        String name();
    }

    /** A type with fields; interfaces list the names an object type says it implements. */
    record ObjectType(String name, Set<String> interfaces, Map<String, FieldType> fields) implements Type {}

    record InterfaceType(String name, Map<String, FieldType> fields) implements Type {}

    record InputType(String name, Map<String, TypeRef> fields) implements Type {}

    record EnumType(String name, Set<String> values) implements Type {}

    record ScalarType(String name) implements Type {}

    record FieldType(String name, Map<String, TypeRef> arguments, TypeRef type) {}

    private final Map<String, Type> types;
    private final Map<String, Map<String, TypeRef>> directives;

    private Schema(Map<String, Type> types, Map<String, Map<String, TypeRef>> directives) {
        this.types = types;
        this.directives = directives;
    }

    /** @throws GraphqlSyntax when the text is no schema */
    static Schema parse(String text) {
        Tokens tokens = new Tokens(text);
        Map<String, Type> types = new LinkedHashMap<>();
        for (String scalar : List.of("ID", "String", "Int", "Float", "Boolean")) {
            types.put(scalar, new ScalarType(scalar));
        }
        Map<String, Map<String, TypeRef>> directives = new LinkedHashMap<>();
        while (tokens.peek().kind() != Tokens.Kind.END) {
            if (tokens.isName("directive")) {
                directive(tokens, directives);
            } else {
                Type type = type(tokens);
                if (types.put(type.name(), type) != null) {
                    throw new IllegalArgumentException("the schema has two types of the name " + type.name());
                }
            }
        }
        Schema schema = new Schema(types, directives);
        schema.requireClosed();
        return schema;
    }

    /** {@code directive @name(arguments) on FIELD}: fields are the only place directives are understood at. */
    private static void directive(Tokens tokens, Map<String, Map<String, TypeRef>> directives) {
        tokens.take();
        tokens.expect("@");
        String name = tokens.name();
        directives.put(name, arguments(tokens));
        tokens.name();
        tokens.name();
    }

    /** The arguments of a directive, or null when there is none of that name. */
    @Nullable
    Map<String, TypeRef> directive(String name) {
        return directives.get(name);
    }

    /** The type of that name, or null. */
    @Nullable
    Type find(String name) {
        return types.get(name);
    }

    /** The root of queries or mutations. */
    ObjectType root(String kind) {
        return object(kind.equals("mutation") ? "Mutation" : "QueryRoot");
    }

    ObjectType object(String name) {
        if (types.get(name) instanceof ObjectType object) {
            return object;
        }
        throw new IllegalStateException("no object type " + name);
    }

    /** The fields a selection on that type may name, or null when it has none. */
    static @Nullable Map<String, FieldType> fields(Type type) {
        return switch (type) {
            case ObjectType object -> object.fields();
            case InterfaceType face -> face.fields();
            case InputType _, EnumType _, ScalarType _ -> null;
        };
    }

    /** Whether a value of the one type may be of the other, so that a fragment on it makes sense. */
    boolean overlaps(String one, String other) {
        return one.equals(other) || implementsIt(one, other) || implementsIt(other, one);
    }

    /** Whether the object type is that type or says it implements it. */
    boolean implementsIt(String object, String face) {
        return object.equals(face)
                || (types.get(object) instanceof ObjectType type
                        && type.interfaces().contains(face));
    }

    private static Type type(Tokens tokens) {
        String kind = tokens.name();
        String name = tokens.name();
        return switch (kind) {
            case "scalar" -> new ScalarType(name);
            case "enum" -> new EnumType(name, values(tokens));
            case "input" -> new InputType(name, inputs(tokens));
            case "interface" -> new InterfaceType(name, fieldTypes(tokens));
            case "type" -> new ObjectType(name, interfaces(tokens), fieldTypes(tokens));
            default -> throw tokens.unexpected("a type definition after " + kind);
        };
    }

    private static Set<String> values(Tokens tokens) {
        Set<String> values = new LinkedHashSet<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            values.add(tokens.name());
        }
        return values;
    }

    private static Map<String, TypeRef> inputs(Tokens tokens) {
        Map<String, TypeRef> fields = new LinkedHashMap<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            String name = tokens.name();
            tokens.expect(":");
            fields.put(name, RequestParser.type(tokens));
        }
        return fields;
    }

    private static Set<String> interfaces(Tokens tokens) {
        Set<String> names = new LinkedHashSet<>();
        if (tokens.isName("implements")) {
            tokens.take();
            do {
                names.add(tokens.name());
            } while (tokens.accept("&"));
        }
        return names;
    }

    private static Map<String, FieldType> fieldTypes(Tokens tokens) {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        tokens.expect("{");
        while (!tokens.accept("}")) {
            String name = tokens.name();
            Map<String, TypeRef> arguments = arguments(tokens);
            tokens.expect(":");
            fields.put(name, new FieldType(name, arguments, RequestParser.type(tokens)));
        }
        return fields;
    }

    private static Map<String, TypeRef> arguments(Tokens tokens) {
        Map<String, TypeRef> arguments = new LinkedHashMap<>();
        if (tokens.accept("(")) {
            while (!tokens.accept(")")) {
                String argument = tokens.name();
                tokens.expect(":");
                arguments.put(argument, RequestParser.type(tokens));
            }
        }
        return arguments;
    }

    private void requireClosed() {
        List<String> missing = new ArrayList<>();
        for (Type type : types.values()) {
            Map<String, FieldType> fields = fields(type);
            if (fields != null) {
                for (FieldType field : fields.values()) {
                    missingIn(field.type(), missing);
                    field.arguments().values().forEach(argument -> missingIn(argument, missing));
                }
            }
            if (type instanceof InputType input) {
                input.fields().values().forEach(field -> missingIn(field, missing));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("the schema names types it does not define: " + missing);
        }
    }

    private void missingIn(TypeRef type, List<String> missing) {
        if (!types.containsKey(type.base())) {
            missing.add(type.base());
        }
    }
}
