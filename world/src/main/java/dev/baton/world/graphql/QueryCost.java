package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Field;
import dev.baton.world.graphql.Ast.Inline;
import dev.baton.world.graphql.Ast.Selection;
import dev.baton.world.graphql.Ast.Spread;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The cost of a request before it runs: a mutation 10, an object 1, a scalar 0, a connection by its page size.
 * Shopify does not publish how much a page costs; the square root meets the one measured pair known to us
 * (250 variants with one object each: 25) and the documented smallest ones.
 */
final class QueryCost {

    /** Points of one mutation field. Source: shopify.dev, API rate limits. */
    private static final int MUTATION = 10;

    private final Schema schema;
    private final Ast.Document document;
    private final JsonNode variables;

    QueryCost(Schema schema, Ast.Document document, JsonNode variables) {
        this.schema = schema;
        this.document = document;
        this.variables = variables;
    }

    int of(Ast.Operation operation) {
        int fields = selections(operation.selections(), schema.root(operation.kind()));
        return operation.kind().equals("mutation") ? MUTATION : fields;
    }

    private int selections(List<Selection> selections, Schema.Type on) {
        int sum = 0;
        for (Selection selection : selections) {
            sum += switch (selection) {
                case Field field -> field(field, on);
                case Inline inline -> inside(inline.on() == null ? on.name() : inline.on(), inline.selections());
                case Spread spread -> {
                    Ast.Fragment fragment = document.fragments().get(spread.fragment());
                    yield fragment == null ? 0 : inside(fragment.on(), fragment.selections());
                }
            };
        }
        return sum;
    }

    private int inside(String type, List<Selection> selections) {
        Schema.Type found = schema.find(type);
        return found == null ? 0 : selections(selections, found);
    }

    private int field(Field field, Schema.Type on) {
        Map<String, Schema.FieldType> fields = Schema.fields(on);
        Schema.FieldType type = fields == null ? null : fields.get(field.name());
        if (type == null || field.selections().isEmpty()) {
            return 0;
        }
        String name = type.type().base();
        int inner = inside(name, field.selections());
        if (name.endsWith("Connection")) {
            return 2 + (int) Math.ceil(Math.sqrt((double) pageSize(field) * (1 + inner)));
        }
        boolean passing = name.endsWith("Edge") || field.name().equals("nodes") || name.equals("PageInfo");
        return passing ? inner : 1 + inner;
    }

    private int pageSize(Field field) {
        Ast.Value value =
                field.arguments().getOrDefault("first", field.arguments().get("last"));
        return switch (value) {
            case Ast.NumberValue(String literal, boolean _) -> Integer.parseInt(literal);
            case Ast.VariableValue(String name) -> {
                JsonNode given = variables.get(name);
                yield given == null || !given.canConvertToInt() ? 1 : given.intValue();
            }
            case null, default -> 1;
        };
    }
}
