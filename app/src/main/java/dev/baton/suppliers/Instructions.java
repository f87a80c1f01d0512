package dev.baton.suppliers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What whoever packs is told each time; null where there is nothing to tell.
 *
 * @param packaging how it is wrapped and boxed
 * @param branding what shows whose goods these are
 * @param insert what is put into the parcel besides
 * @param label what stands on the label, or is stuck beside it
 * @param special anything else
 */
public record Instructions(
        @Nullable String packaging,
        @Nullable String branding,
        @Nullable String insert,
        @Nullable String label,
        @Nullable String special) {

    /** No instructions at all. */
    public static final Instructions NONE = new Instructions(null, null, null, null, null);

    /** Instructions that say nothing of inserts and labels. */
    public Instructions(@Nullable String packaging, @Nullable String branding, @Nullable String special) {
        this(packaging, branding, null, null, special);
    }

    /** One kind of instruction that says something. */
    public record Said(Kind kind, String text) {}

    /** What instructions are about, in the order they stand on a document. */
    public enum Kind {
        /** How it is wrapped and boxed. */
        PACKAGING("packaging"),
        /** What shows whose goods these are. */
        BRANDING("branding"),
        /** What is put into the parcel besides. */
        INSERT("insert"),
        /** What stands on the label. */
        LABEL("label"),
        /** Anything else. */
        SPECIAL("special");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What documents, forms and word files call it. */
        public String word() {
            return word;
        }
    }

    /** The text of a kind; null = none. */
    public @Nullable String of(Kind kind) {
        return switch (kind) {
            case PACKAGING -> packaging;
            case BRANDING -> branding;
            case INSERT -> insert;
            case LABEL -> label;
            case SPECIAL -> special;
        };
    }

    /** What is said, kind by kind; blank texts say nothing. */
    public List<Said> said() {
        List<Said> said = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String text = of(kind);
            if (text != null && !text.isBlank()) {
                said.add(new Said(kind, text));
            }
        }
        return said;
    }

    /** Without blanks around and texts that say nothing. */
    Instructions stripped() {
        return new Instructions(
                stripped(packaging), stripped(branding), stripped(insert), stripped(label), stripped(special));
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
