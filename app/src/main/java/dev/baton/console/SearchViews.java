package dev.baton.console;

import java.util.List;

/** What a search found, for {@code console/search.jte}. */
public final class SearchViews {

    private SearchViews() {}

    /**
     * The page.
     *
     * @param text what was searched for
     * @param more whether a group shows only the first of what there is
     */
    public record Found(Frame frame, String text, List<Group> groups, boolean more) {

        public Found {
            groups = List.copyOf(groups);
        }
    }

    /** What was found of one kind. */
    public record Group(String id, String title, List<Hit> hits) {

        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * One thing that was found.
     *
     * @param about what tells it from others of a like name; empty = nothing
     * @param exact whether the text is the whole of what it is called
     */
    public record Hit(String path, String name, String about, boolean exact) {}
}
