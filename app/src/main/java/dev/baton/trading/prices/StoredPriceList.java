package dev.baton.trading.prices;

import tools.jackson.databind.json.JsonMapper;

/** A price list's definition as it is kept for ever. */
record StoredPriceList(int schemaVersion, PriceListDefinition definition) {

    private static final int CURRENT = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String write(PriceListDefinition definition) {
        return JSON.writeValueAsString(new StoredPriceList(CURRENT, definition));
    }

    static PriceListDefinition read(String json) {
        StoredPriceList stored = JSON.readValue(json, StoredPriceList.class);
        if (stored.schemaVersion() != CURRENT) {
            throw new IllegalStateException("a price list's definition of version " + stored.schemaVersion());
        }
        return stored.definition();
    }
}
