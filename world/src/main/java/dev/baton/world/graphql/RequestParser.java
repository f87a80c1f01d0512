package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Field;
import dev.baton.world.graphql.Ast.Fragment;
import dev.baton.world.graphql.Ast.Inline;
import dev.baton.world.graphql.Ast.Operation;
import dev.baton.world.graphql.Ast.Place;
import dev.baton.world.graphql.Ast.Selection;
import dev.baton.world.graphql.Ast.Spread;
import dev.baton.world.graphql.Ast.TypeRef;
import dev.baton.world.graphql.Ast.Value;
import dev.baton.world.graphql.Ast.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the text of a GraphQL request. */
final class RequestParser {

    private final Tokens tokens;

    RequestParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @throws GraphqlSyntax when the text is no GraphQL request */
    static Ast.Document parse(String text) {
        return new RequestParser(new Tokens(text)).document();
    }

    private Ast.Document document() {
        List<Operation> operations = new ArrayList<>();
        Map<String, Fragment> fragments = new LinkedHashMap<>();
        while (tokens.peek().kind() != Tokens.Kind.END) {
            if (tokens.isName("fragment")) {
                Fragment fragment = fragment();
                fragments.put(fragment.name(), fragment);
            } else {
                operations.add(operation());
            }
        }
        if (operations.isEmpty()) {
            throw tokens.unexpected("a query or a mutation");
        }
        return new Ast.Document(operations, fragments);
    }

    private Fragment fragment() {
        Place place = tokens.take().place();
        String name = tokens.name();
        if (!tokens.isName("on")) {
            throw tokens.unexpected("\"on\"");
        }
        tokens.take();
        return new Fragment(name, tokens.name(), selections(), place);
    }

    private Operation operation() {
        if (tokens.isSign("{")) {
            return new Operation("query", null, List.of(), selections());
        }
        if (!tokens.isName("query") && !tokens.isName("mutation")) {
            throw tokens.unexpected("\"query\" or \"mutation\"");
        }
        String kind = tokens.name();
        @Nullable String name = tokens.peek().kind() == Tokens.Kind.NAME ? tokens.name() : null;
        List<Variable> variables = new ArrayList<>();
        if (tokens.accept("(")) {
            while (!tokens.accept(")")) {
                variables.add(variable());
            }
        }
        return new Operation(kind, name, variables, selections());
    }

    private Variable variable() {
        Place place = tokens.peek().place();
        tokens.expect("$");
        String name = tokens.name();
        tokens.expect(":");
        TypeRef type = type(tokens);
        @Nullable Value otherwise = tokens.accept("=") ? value() : null;
        return new Variable(name, type, otherwise, place);
    }

    private List<Selection> selections() {
        tokens.expect("{");
        List<Selection> selections = new ArrayList<>();
        while (!tokens.accept("}")) {
            selections.add(selection());
        }
        if (selections.isEmpty()) {
            throw tokens.unexpected("a field");
        }
        return selections;
    }

    private Selection selection() {
        Place place = tokens.peek().place();
        if (tokens.accept("...")) {
            if (tokens.isName("on")) {
                tokens.take();
                return new Inline(tokens.name(), selections(), place);
            }
            return tokens.isSign("{") ? new Inline(null, selections(), place) : new Spread(tokens.name(), place);
        }
        String first = tokens.name();
        @Nullable String alias = null;
        String name = first;
        if (tokens.accept(":")) {
            alias = first;
            name = tokens.name();
        }
        Map<String, Value> arguments = arguments();
        Map<String, Map<String, Value>> directives = new LinkedHashMap<>();
        while (tokens.accept("@")) {
            String directive = tokens.name();
            directives.put(directive, arguments());
        }
        List<Selection> inner = tokens.isSign("{") ? selections() : List.of();
        return new Field(alias, name, arguments, directives, inner, place);
    }

    private Map<String, Value> arguments() {
        Map<String, Value> arguments = new LinkedHashMap<>();
        if (tokens.accept("(")) {
            while (!tokens.accept(")")) {
                String argument = tokens.name();
                tokens.expect(":");
                arguments.put(argument, value());
            }
        }
        return arguments;
    }

    private Value value() {
        if (tokens.accept("$")) {
            return new Ast.VariableValue(tokens.name());
        }
        if (tokens.accept("[")) {
            List<Value> values = new ArrayList<>();
            while (!tokens.accept("]")) {
                values.add(value());
            }
            return new Ast.ListValue(values);
        }
        if (tokens.accept("{")) {
            Map<String, Value> fields = new LinkedHashMap<>();
            while (!tokens.accept("}")) {
                String name = tokens.name();
                tokens.expect(":");
                fields.put(name, value());
            }
            return new Ast.ObjectValue(fields);
        }
        Tokens.Token token = tokens.peek();
        return switch (token.kind()) {
            case INT -> new Ast.NumberValue(tokens.take().text(), true);
            case FLOAT -> new Ast.NumberValue(tokens.take().text(), false);
            case TEXT -> new Ast.TextValue(tokens.take().text());
            case NAME ->
                switch (tokens.take().text()) {
                    case "true" -> new Ast.BooleanValue(true);
                    case "false" -> new Ast.BooleanValue(false);
                    case "null" -> new Ast.NullValue();
                    default -> new Ast.EnumValue(token.text());
                };
            case SIGN, END -> throw tokens.unexpected("a value");
        };
    }

    static TypeRef type(Tokens tokens) {
        TypeRef type;
        if (tokens.accept("[")) {
            type = new Ast.ListOf(type(tokens));
            tokens.expect("]");
        } else {
            type = new Ast.Named(tokens.name());
        }
        return tokens.accept("!") ? new Ast.NonNull(type) : type;
    }
}
