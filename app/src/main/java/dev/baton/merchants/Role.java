package dev.baton.merchants;

import java.util.Locale;

/** What a person is to a merchant; what each may do is a table of the console. */
public enum Role {
    /** Everything, and who else may come in. */
    OWNER("Owner", "everything, and who may come in"),
    /** Runs the day: orders, suppliers, stock. */
    OPERATIONS("Operations", "orders, suppliers and stock"),
    /** Talks to customers; decides what concerns them. */
    SUPPORT("Support", "customers and what concerns them"),
    /** Looks after money; decides what concerns it. */
    FINANCE("Finance", "money and what concerns it"),
    /** Looks and changes nothing. */
    VIEWER("Viewer", "looks, and changes nothing");

    private final String title;
    private final String means;

    Role(String title, String means) {
        this.title = title;
        this.means = means;
    }

    /** Reads the stored word. */
    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The word that is stored and sent in forms. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** What it is for, in a few words. */
    public String means() {
        return means;
    }
}
