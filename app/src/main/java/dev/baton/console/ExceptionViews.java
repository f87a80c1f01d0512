package dev.baton.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of exceptions show: what needs a person, why, and every way out. */
public final class ExceptionViews {

    private ExceptionViews() {}

    /**
     * One of them in the list.
     *
     * @param path its own page, with every way out
     * @param about what it is about, and {@code aboutPath} leads there; null = there is no page of it
     * @param quick ways out that need nothing to be filled in
     * @param decides the role that decides a hold; empty = it is no hold
     * @param holder whom it was handed to; null = nobody
     * @param note what whoever handed it over wrote
     * @param asked when the customer was asked, and by when the answer is due; null = nothing was asked
     */
    public record Row(
            String id,
            String path,
            String kind,
            String title,
            String detail,
            String advice,
            Instant since,
            @Nullable String about,
            @Nullable String aboutPath,
            List<Way> quick,
            String decides,
            @Nullable String holder,
            String note,
            @Nullable Question asked) {}

    /** A question to a customer. */
    public record Question(Instant at, Instant answerBy) {}

    /**
     * The page of one.
     *
     * @param list address of the list it was opened from
     * @param reached the supplier it has to do with; null = none, or nobody to reach is known
     */
    public record One(
            Frame frame,
            String list,
            Row row,
            List<Way> ways,
            String decides,
            List<Behind> behind,
            @Nullable String behindNext,
            List<Note> notes,
            List<Option> colleagues,
            SupplierViews.@Nullable Reached reached,
            @Nullable Preview preview) {}

    /**
     * A way out: a link, or a form.
     *
     * @param path where the form is sent, or the link leads
     * @param means what happens then
     * @param link whether it is a link
     * @param mood {@code main}, {@code bad} or empty
     * @param fields what has to be filled in; empty = one click
     * @param hidden what the form carries besides
     */
    public record Way(
            String title,
            String means,
            String path,
            String button,
            boolean link,
            String mood,
            List<Field> fields,
            Map<String, String> hidden) {

        static Way link(String title, String means, String path, String button) {
            return new Way(title, means, path, button, true, "", List.of(), Map.of());
        }

        static Way act(String title, String means, String path, String button, Map<String, String> hidden) {
            return new Way(title, means, path, button, false, "", List.of(), hidden);
        }

        Way main() {
            return new Way(title, means, path, button, link, "main", fields, hidden);
        }

        Way bad() {
            return new Way(title, means, path, button, link, "bad", fields, hidden);
        }

        Way with(Field... more) {
            return new Way(title, means, path, button, link, mood, List.of(more), hidden);
        }

        /** Whose form comes back to that page; a link stays as it is. */
        Way backTo(String page) {
            return carrying(Back.FIELD, page);
        }

        /** Of one exception, whose form knows the list it was opened from. */
        Way outOf(String list) {
            return list.equals(ExceptionsScreen.PATH) ? this : carrying(Back.LIST, list);
        }

        private Way carrying(String field, String value) {
            if (link) {
                return this;
            }
            Map<String, String> carried = new java.util.HashMap<>(hidden);
            carried.put(field, value);
            return new Way(title, means, path, button, false, mood, fields, Map.copyOf(carried));
        }

        /** Whether one click does it. */
        public boolean quick() {
            return !link && fields.isEmpty();
        }

        /** An id for its form's fields. */
        public String slug() {
            return title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }

    /** Something to fill in; {@code type} as of an input, {@code select} with options. */
    public record Field(String name, String label, String type, String value, boolean required, List<Option> options) {

        static Field text(String name, String label, String value, boolean required) {
            return new Field(name, label, "text", value, required, List.of());
        }

        static Field number(String name, String label, String value) {
            return new Field(name, label, "number", value, true, List.of());
        }

        static Field choice(String name, String label, List<Option> options) {
            return new Field(name, label, "select", "", true, options);
        }
    }

    /** One of several. */
    public record Option(String value, String label) {}

    /** One thing of several that stand behind it. */
    public record Behind(
            String title, String about, @Nullable String path, List<Way> ways) {}

    /** Who gave it to whom, and what was said. */
    public record Note(String by, String to, String note, Instant at) {}

    /** What mapping would do, before it is done. */
    public record Preview(
            String summary,
            List<String> orders,
            @Nullable Way confirm,
            @Nullable String trouble) {}
}
