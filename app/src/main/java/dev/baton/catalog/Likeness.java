package dev.baton.catalog;

import java.util.List;

/**
 * How alike two titles are, and why not more.
 *
 * @param percent 0 for nothing in common, 100 for the same words
 * @param only words of the first that the second does not have, in their order
 * @param besides words of the second that the first does not have
 */
public record Likeness(int percent, List<String> only, List<String> besides) {

    /** What is the same without a comparison of words. */
    static final Likeness SAME = new Likeness(100, List.of(), List.of());

    public Likeness {
        only = List.copyOf(only);
        besides = List.copyOf(besides);
    }
}
