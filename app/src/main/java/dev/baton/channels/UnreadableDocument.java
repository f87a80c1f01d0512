package dev.baton.channels;

import org.jspecify.annotations.Nullable;

/** A document that cannot be understood: says what is wrong and, where one is at fault, which field. */
public final class UnreadableDocument extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    /**
     * @param reason one sentence for a person, without a customer's data
     * @param field the field's path in the document, null when the document as a whole is at fault
     */
    public UnreadableDocument(String reason, @Nullable String field) {
        super(reason, null, false, false);
        this.field = field;
    }

    /** What is wrong. */
    public String reason() {
        String message = getMessage();
        return message == null ? "the document cannot be read" : message;
    }

    /** The field at fault, or null. */
    public @Nullable String field() {
        return field;
    }
}
