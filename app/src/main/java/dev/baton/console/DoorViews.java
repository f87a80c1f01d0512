package dev.baton.console;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages on the way in show. */
public final class DoorViews {

    private DoorViews() {}

    /**
     * A page that says one thing.
     *
     * @param path where its one button leads
     * @param correlation id under which our log tells more; null = none
     */
    public record Refusal(
            Shell shell,
            String title,
            String text,
            String button,
            String path,
            @Nullable String correlation) {}

    /**
     * Asks who comes.
     *
     * @param to where it goes on
     * @param trouble why it did not work; null = it was not tried yet
     * @param notice what went well before; null = nothing
     */
    public record Entry(
            Shell shell,
            String formToken,
            String email,
            String to,
            @Nullable String trouble,
            @Nullable String notice) {}

    /**
     * Asks somebody invited for a password.
     *
     * @param email whom the link is for; empty = whoever holds it
     * @param known whether that person has a password already
     * @param shortest fewest characters of a password
     */
    public record Welcome(
            Shell shell,
            String formToken,
            String path,
            String email,
            boolean known,
            int shortest,
            @Nullable String field,
            @Nullable String trouble) {}

    /**
     * Asks for the address of somebody who forgot the password, or, behind the link, for another password.
     *
     * @param choosing whether a password is asked for
     * @param canMail whether a mail can leave at all
     * @param asked whether a link was just asked for
     */
    public record Forgotten(
            Shell shell,
            String formToken,
            String path,
            boolean choosing,
            boolean canMail,
            boolean asked,
            int shortest,
            @Nullable String trouble) {}

    /** Asks whose books to open. */
    public record Choice(Shell shell, String formToken, String email, List<Books> merchants) {}

    /** One merchant the person works for; {@code open} = it is the one that is open. */
    public record Books(String id, String name, boolean open) {}
}
