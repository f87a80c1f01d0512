package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.ListOf;
import dev.baton.world.graphql.Ast.Named;
import dev.baton.world.graphql.Ast.NonNull;
import dev.baton.world.graphql.Ast.TypeRef;
import dev.baton.world.graphql.Ast.Value;
import dev.baton.world.graphql.Ast.Variable;

/** Whether a literal or a variable may stand where a type is wanted. */
final class Literals {

    private Literals() {}

    static boolean fits(Schema schema, Value value, TypeRef wanted) {
        return switch (wanted) {
            case NonNull(TypeRef of) -> !(value instanceof Ast.NullValue) && fits(schema, value, of);
            case ListOf(TypeRef of) ->
                value instanceof Ast.NullValue
                        || (value instanceof Ast.ListValue list
                                ? list.values().stream().allMatch(element -> fits(schema, element, of))
                                : fits(schema, value, of));
            case Named(String name) -> value instanceof Ast.NullValue || fitsNamed(schema, value, name);
        };
    }

    private static boolean fitsNamed(Schema schema, Value value, String name) {
        return switch (value) {
            case Ast.VariableValue _ -> true;
            case Ast.EnumValue(String literal) ->
                schema.find(name) instanceof Schema.EnumType type
                        && type.values().contains(literal);
            case Ast.NumberValue(String _, boolean whole) ->
                switch (name) {
                    case "Int" -> whole;
                    case "Float", "Decimal", "Money" -> true;
                    case "ID", "UnsignedInt64" -> whole;
                    default -> false;
                };
            case Ast.TextValue _ ->
                switch (name) {
                    case "Int", "Float", "Boolean" -> false;
                    default -> schema.find(name) instanceof Schema.ScalarType;
                };
            case Ast.BooleanValue _ -> name.equals("Boolean");
            case Ast.NullValue _ -> true;
            case Ast.ListValue _, Ast.ObjectValue _ -> false;
        };
    }

    /** GraphQL's rule: same type, or stricter than wanted, a default making up for a missing "!". */
    static boolean variableFits(Variable variable, TypeRef wanted) {
        if (wanted instanceof NonNull(TypeRef of) && !(variable.type() instanceof NonNull)) {
            return variable.otherwise() != null && covers(variable.type(), of);
        }
        return covers(variable.type(), wanted);
    }

    private static boolean covers(TypeRef declared, TypeRef wanted) {
        return switch (wanted) {
            case NonNull(TypeRef of) -> declared instanceof NonNull(TypeRef inner) && covers(inner, of);
            case ListOf(TypeRef of) ->
                switch (declared) {
                    case NonNull(TypeRef inner) -> covers(inner, wanted);
                    case ListOf(TypeRef inner) -> covers(inner, of);
                    case Named _ -> false;
                };
            case Named(String name) ->
                switch (declared) {
                    case NonNull(TypeRef inner) -> covers(inner, wanted);
                    case Named(String own) -> own.equals(name);
                    case ListOf _ -> false;
                };
        };
    }
}
