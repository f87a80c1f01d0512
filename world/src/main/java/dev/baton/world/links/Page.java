package dev.baton.world.links;

import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was answered.
 *
 * @param at where it was asked for
 * @param status 0 when nobody answered
 * @param bytes its size
 */
public record Page(URI at, int status, Document html, int bytes) {

    /** The form of that name, or null. */
    public @Nullable Element form(String name) {
        return html.selectFirst("form[data-form=" + name + "]");
    }

    /** Names of every form, in the order they stand. */
    public List<String> forms() {
        return html.select("form[data-form]").eachAttr("data-form");
    }
}
