package dev.baton.world.story;

/** What a line is to be before ids are given. */
record Wish(String sku, int quantity, LineEnd end) {}
