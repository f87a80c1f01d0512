package dev.baton.world.bench;

import java.util.Comparator;
import java.util.List;

/**
 * How long the console's pages took at the server, and how large they are.
 *
 * @param orders there were
 * @param pages each list and each page of one thing
 * @param searches each kind of thing looked for
 */
public record PagesResult(long orders, List<Page> pages, List<Page> searches) {

    public PagesResult {
        pages = List.copyOf(pages);
        searches = List.copyOf(searches);
    }

    /**
     * One page.
     *
     * @param path its address; an id in it as {@code {id}}
     * @param bytes of the answer's body, not compressed
     */
    public record Page(String path, double p50Millis, double p99Millis, int bytes) {}

    /** The page that took longest. */
    Page slowest() {
        return pages.stream()
                .max(Comparator.comparingDouble(Page::p99Millis))
                .orElseThrow(() -> new IllegalStateException("no page was measured"));
    }

    /** The size of the largest page, in bytes. */
    int worstBytes() {
        return pages.stream().mapToInt(Page::bytes).max().orElse(0);
    }

    /** The search that took longest, in milliseconds. */
    double searchP99Millis() {
        return searches.stream().mapToDouble(Page::p99Millis).max().orElse(0);
    }
}
