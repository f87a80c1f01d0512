package dev.baton.world.graphql;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.Map;

/** A field answers null and an error: the caller's app may not see or do it, or asked for it wrongly. */
public final class FieldDenied extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, String> extensions;

    /** @param extensions code and words for a program to read, as Shopify gives them */
    public FieldDenied(String message, Map<String, String> extensions) {
        super(message);
        this.extensions = new LinkedHashMap<>(extensions);
    }

    Map<String, String> extensions() {
        return extensions;
    }
}
