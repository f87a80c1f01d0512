package dev.baton.console;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page of somebody who is in: {@code layout/console.jte}.
 *
 * @param merchant whose books are open
 * @param email who is signed in
 * @param role what the person is there
 * @param formToken what every form carries
 * @param several whether the person works for other merchants, too
 * @param notice what a form before this page did; null = nothing
 * @param banner what a demo says of itself; null = this is no demo
 */
public record Frame(
        Shell shell,
        String merchant,
        String email,
        String role,
        String formToken,
        boolean several,
        List<Place> places,
        Moments moments,
        @Nullable String notice,
        @Nullable Banner banner) {

    public Frame {
        places = List.copyOf(places);
    }

    /**
     * A place one can go to.
     *
     * @param key pressed after {@code g} it leads there
     * @param here whether this page is part of it
     */
    public record Place(String path, String name, String key, boolean here) {}

    /**
     * What a demo says of itself.
     *
     * @param world where the world around it is shown and played
     */
    public record Banner(String text, String world) {}

    /** The page's own heading. */
    public String title() {
        return shell.title();
    }
}
