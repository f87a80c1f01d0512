package dev.baton.trading;

/** A name and what is said under it. */
public record MailEntry(String name, String said) {}
