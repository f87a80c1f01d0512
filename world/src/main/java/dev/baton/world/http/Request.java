package dev.baton.world.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent.
 *
 * @param path the decoded path without the query
 * @param query the raw query, empty when there is none
 * @param headers names in lower case
 * @param body the exact bytes, so that signatures can be checked over them
 */
public record Request(String method, String path, String query, Map<String, List<String>> headers, Body body) {

    /** The first value of a header, or null when it was not sent. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    /** The first value of a header, or the empty text when it was not sent. */
    public String headerOrEmpty(String name) {
        String value = header(name);
        return value == null ? "" : value;
    }
}
