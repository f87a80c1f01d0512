package dev.baton.console;

import dev.baton.merchants.Role;

/** When somebody wants the morning's mail. */
public enum MorningWish {
    /** When something needs a person. */
    WHEN_NEEDED("Only when something needs somebody"),
    /** Every morning, also to hear that nothing does. */
    ALWAYS("Every morning"),
    /** Not at all. */
    NEVER("Never");

    private final String words;

    MorningWish(String words) {
        this.words = words;
    }

    /** As a form calls it. */
    public String words() {
        return words;
    }

    /** What holds until the person says otherwise: those who clear the day get it, others ask for it. */
    static MorningWish of(Role role) {
        return role == Role.OWNER || role == Role.OPERATIONS ? WHEN_NEEDED : NEVER;
    }
}
