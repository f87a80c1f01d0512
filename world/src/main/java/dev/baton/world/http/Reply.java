package dev.baton.world.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the server does with a request after it has had its effect. */
public sealed interface Reply {

    /** An answer with a status, a media type and a body. */
    record Answer(int status, String mediaType, Body body, Map<String, String> headers) implements Reply {}

    /** The effect is done, but the connection is cut before an answer: the caller cannot know. */
    record Lost() implements Reply {}

    /** A JSON answer. */
    static Answer json(int status, JsonNode body) {
        return new Answer(status, "application/json; charset=utf-8", Body.of(body), Map.of());
    }

    /** A plain-text answer. */
    static Answer text(int status, String body) {
        return new Answer(status, "text/plain; charset=utf-8", Body.of(body), Map.of());
    }

    /** An HTML answer. */
    static Answer html(String body) {
        return new Answer(200, "text/html; charset=utf-8", Body.of(body), Map.of());
    }
}
