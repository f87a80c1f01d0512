package dev.baton.world.story;

/** An invented customer: mail address under a reserved domain, BCP 47 locale. */
public record Buyer(long id, String firstName, String lastName, String email, String phone, String locale) {}
