package dev.baton.portal;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a supplier says how many it has.
 *
 * @param base where the form leads
 * @param once names this showing of the page
 * @param after the last item of the page before; empty on the first
 * @param notice what became of the form before, or what is wrong with this one; null = nothing
 * @param wrong whether the notice is of something wrong
 * @param done whether everything was gone through
 * @param today the first day a closure may begin on
 */
public record CheckInPage(
        Shell shell,
        Words words,
        String title,
        String intro,
        String base,
        String once,
        String after,
        @Nullable String notice,
        boolean wrong,
        boolean done,
        String today,
        List<Item> items) {

    /**
     * One item.
     *
     * @param id names its fields
     * @param code the supplier's own code, with its place where it has several
     * @param last what it said last, in words
     * @param was the number it said last; null when it never said one
     * @param lead working days it takes to hand it over, as typed or as known
     * @param typed what was typed into a refused form; empty = nothing
     */
    public record Item(
            String id,
            String title,
            String code,
            String last,
            @Nullable Integer was,
            String lead,
            boolean discontinued,
            String typed,
            boolean wrong) {}
}
