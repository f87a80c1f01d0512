package dev.baton.merchants;

import java.time.ZoneId;

/** A store as the merchant states it; meanings as in {@link Store}. */
public record StoreDefinition(String code, String kind, String name, String currency, ZoneId zone, boolean live) {}
