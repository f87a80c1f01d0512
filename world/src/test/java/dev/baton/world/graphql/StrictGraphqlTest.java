package dev.baton.world.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.http.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StrictGraphqlTest {

    private static final String SCHEMA = """
        interface Node { id: ID! }
        enum Colour { RED GREEN }
        type QueryRoot { thing(id: ID!, colour: Colour, first: Int): Thing node(id: ID!): Node }
        type Thing implements Node { id: ID! name: String secret: String parts: [Thing!]! }
        type Other implements Node { id: ID! size: Int! }
        type Mutation { change(input: ChangeInput!, note: String): Thing }
        input ChangeInput { id: ID! count: Int! tags: [String!] inner: ChangeInput }
        """;

    private final GraphqlServer server = GraphqlServer.of(SCHEMA);
    private final CostBucket bucket =
            new CostBucket(Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC), 100, 1);

    @Test
    void answersWhatWasAskedUnderTheNamesAsked() {
        JsonNode answer =
                run("query Q($id: ID!) { one: thing(id: $id) { __typename id parts { name } } }", "{\"id\":\"7\"}");

        assertThat(answer.path("data").toString())
                .isEqualTo(
                        "{\"one\":{\"__typename\":\"Thing\",\"id\":\"7\",\"parts\":[{\"name\":\"a\"},{\"name\":\"b\"}]}}");
        assertThat(answer.path("extensions")
                        .path("cost")
                        .path("requestedQueryCost")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void followsFragmentsOfTheNodesOwnType() {
        JsonNode answer = run(
                "{ node(id: 1) { id ... on Thing { name } ... on Other { size } ...More } } fragment More on Thing {"
                        + " secret }",
                "{}");

        assertThat(answer.path("data").path("node").propertyNames()).containsExactly("id", "name", "secret");
    }

    @Test
    void refusesAnUnknownFieldInShopifysWords() {
        JsonNode error = error("{ thing(id: 1) { nome } }", "{}");

        assertThat(error.path("message").stringValue()).isEqualTo("Field 'nome' doesn't exist on type 'Thing'");
        assertThat(error.path("extensions").path("code").stringValue()).isEqualTo("undefinedField");
        assertThat(error.path("path").toString()).isEqualTo("[\"query\",\"thing\",\"nome\"]");
        assertThat(error.path("locations").path(0).path("column").intValue()).isEqualTo(18);
    }

    @Test
    void refusesAnUnknownArgument() {
        assertThat(code("{ thing(id: 1, size: 2) { id } }", "{}")).isEqualTo("argumentNotAccepted");
    }

    @Test
    void refusesAMissingArgument() {
        assertThat(code("{ thing { id } }", "{}")).isEqualTo("missingRequiredArguments");
    }

    @Test
    void refusesALiteralOfTheWrongType() {
        assertThat(code("{ thing(id: 1, first: \"2\") { id } }", "{}")).isEqualTo("argumentLiteralsIncompatible");
        assertThat(code("{ thing(id: 1, colour: BLUE) { id } }", "{}")).isEqualTo("argumentLiteralsIncompatible");
    }

    @Test
    void refusesAnObjectWithoutSelectionsAndAScalarWithThem() {
        assertThat(code("{ thing(id: 1) }", "{}")).isEqualTo("selectionMismatch");
        assertThat(code("{ thing(id: 1) { name { x } } }", "{}")).isEqualTo("selectionMismatch");
    }

    @Test
    void refusesVariablesThatAreUndeclaredUnusedOrOfAnotherType() {
        assertThat(code("{ thing(id: $id) { id } }", "{}")).isEqualTo("variableNotDefined");
        assertThat(code("query Q($id: ID!) { thing(id: 1) { id } }", "{\"id\":\"1\"}"))
                .isEqualTo("variableNotUsed");
        assertThat(code("query Q($id: String!) { thing(id: $id) { id } }", "{\"id\":\"1\"}"))
                .isEqualTo("variableMismatch");
    }

    @Test
    void refusesInputThatLacksAFieldOrHasOneTooMany() {
        String mutation = "mutation M($i: ChangeInput!) { change(input: $i) { id } }";

        JsonNode missing = error(mutation, "{\"i\":{\"id\":\"1\"}}");
        JsonNode unknown = error(mutation, "{\"i\":{\"id\":\"1\",\"count\":1,\"colour\":\"RED\"}}");
        JsonNode wrong = error(mutation, "{\"i\":{\"id\":\"1\",\"count\":\"one\"}}");

        assertThat(missing.path("message").stringValue())
                .isEqualTo("Variable $i of type ChangeInput! was provided invalid value for count"
                        + " (Expected value to not be null)");
        assertThat(unknown.path("message").stringValue()).contains("colour (Field is not defined on ChangeInput)");
        assertThat(wrong.path("extensions").path("code").stringValue()).isEqualTo("INVALID_VARIABLE");
    }

    @Test
    void refusesWhatIsNoGraphqlAndSaysWhere() {
        JsonNode error = error("{ thing(id: 1) { id }", "{}");

        assertThat(error.path("message").stringValue()).startsWith("syntax error, unexpected end of file");
    }

    @Test
    void answersNullAndAnErrorForAFieldTheAppMayNotSee() {
        JsonNode answer = run("{ thing(id: 99) { id secret } }", "{}");

        assertThat(answer.path("data").path("thing").path("secret").isNull()).isTrue();
        assertThat(answer.path("errors").path(0).path("extensions").path("code").stringValue())
                .isEqualTo("ACCESS_DENIED");
    }

    @Test
    void throttlesWhenTheBucketIsEmptyAndHasNoEffectThen() {
        bucket.drain();

        JsonNode answer = run("{ thing(id: 1) { id } }", "{}");

        assertThat(answer.path("errors").path(0).path("extensions").path("code").stringValue())
                .isEqualTo("THROTTLED");
        assertThat(answer.has("data")).isFalse();
        assertThat(answer.path("extensions")
                        .path("cost")
                        .path("actualQueryCost")
                        .isNull())
                .isTrue();
    }

    private String code(String query, String variables) {
        return error(query, variables).path("extensions").path("code").stringValue();
    }

    private JsonNode error(String query, String variables) {
        JsonNode answer = run(query, variables);
        assertThat(answer.has("data")).isFalse();
        return answer.path("errors").path(0);
    }

    private JsonNode run(String query, String variables) {
        ObjectNode request = Json.object().put("query", query);
        request.set("variables", Json.read(variables.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        GraphNode root = new GraphNode("QueryRoot")
                .find("thing", arguments -> thing(String.valueOf(arguments.get("id"))))
                .find("node", arguments -> thing(String.valueOf(arguments.get("id"))));
        GraphNode mutation = new GraphNode("Mutation").find("change", _ -> thing("1"));
        return server.run(request, new GraphqlServer.Roots(root, mutation), bucket)
                .body();
    }

    private static GraphNode thing(String id) {
        return new GraphNode("Thing")
                .put("id", id)
                .put("name", "n")
                .lazy("secret", () -> {
                    if (id.equals("99")) {
                        throw new FieldDenied("not for you", Map.of("code", "ACCESS_DENIED"));
                    }
                    return "s";
                })
                .lazy(
                        "parts",
                        () -> List.of(
                                new GraphNode("Thing").put("name", "a"), new GraphNode("Thing").put("name", "b")));
    }
}
