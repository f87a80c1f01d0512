package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Place;
import dev.baton.world.http.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of an answer's {@code errors}, in the words of the server Shopify runs (graphql-ruby).
 *
 * @param place null where the request's text has no one place for it
 * @param path the names from the operation down to the field; empty when there is none
 * @param extensions code and names for a program to read
 */
record Refusal(String message, @Nullable Place place, List<String> path, Map<String, String> extensions) {

    ObjectNode json() {
        ObjectNode error = Json.object();
        error.put("message", message);
        if (place != null) {
            ArrayNode locations = error.putArray("locations");
            locations.addObject().put("line", place.line()).put("column", place.column());
        }
        if (!path.isEmpty()) {
            ArrayNode names = error.putArray("path");
            path.forEach(names::add);
        }
        if (!extensions.isEmpty()) {
            ObjectNode inner = error.putObject("extensions");
            extensions.forEach(inner::put);
        }
        return error;
    }
}
