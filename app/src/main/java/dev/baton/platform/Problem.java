package dev.baton.platform;

import org.jspecify.annotations.Nullable;

/** A caller's mistake or a refusal, mapped once to RFC 9457 {@code application/problem+json}. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // enums are serialisable; the interface need not say so
    private final ProblemCode code;

    private final @Nullable String field;

    /**
     * @param detail what is wrong with this very request and what to do next
     * @param field the field's path in the request, or null when no single field is at fault
     */
    public Problem(ProblemCode code, String detail, @Nullable String field) {
        super(detail);
        this.code = code;
        this.field = field;
    }

    public Problem(ProblemCode code, String detail) {
        this(code, detail, null);
    }

    /** The named refusal. */
    public ProblemCode code() {
        return code;
    }

    /** The field at fault, or null. */
    public @Nullable String field() {
        return field;
    }

    /** What is wrong and what to do next. */
    public String detail() {
        String message = getMessage();
        return message == null ? code.title() : message;
    }
}
