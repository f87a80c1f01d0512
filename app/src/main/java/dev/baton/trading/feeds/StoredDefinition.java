package dev.baton.trading.feeds;

import tools.jackson.databind.json.JsonMapper;

/** A feed's definition as it is kept for ever. */
record StoredDefinition(int schemaVersion, FeedDefinition definition) {

    private static final int CURRENT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(FeedDefinition definition) {
        return JSON.writeValueAsString(new StoredDefinition(CURRENT, definition));
    }

    static FeedDefinition read(String json) {
        StoredDefinition stored = JSON.readValue(json, StoredDefinition.class);
        if (stored.schemaVersion() != CURRENT) {
            throw new IllegalStateException("a feed's definition of version " + stored.schemaVersion());
        }
        return stored.definition();
    }
}
