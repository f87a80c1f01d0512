package dev.baton.console;

import java.util.List;

/**
 * What a mail to staff says: {@code console/staff-mail.jte}.
 *
 * @param links whether the lines lead somewhere: a public address is set
 */
public record StaffMailSheet(String heading, String intro, List<Item> items, boolean links, String foot) {

    public StaffMailSheet {
        items = List.copyOf(items);
    }

    /** A line; {@code url} empty = no link. */
    public record Item(String text, String url) {}
}
