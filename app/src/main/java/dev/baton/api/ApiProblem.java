package dev.baton.api;

import dev.baton.platform.ProblemCode;

/** Refusals of the door itself, before any module is asked. */
enum ApiProblem implements ProblemCode {
    /** The path exists, but not for this method. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The caller accepts only what the API does not speak. */
    NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
    /** The body is not JSON. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
    /** An order was kept, read, and found to be of no use; the reason says what to correct. */
    ORDER_REFUSED(422, "The order cannot be used"),
    /** Something broke inside; the log has it under the correlation id. */
    INTERNAL(500, "Something went wrong inside");

    private final int status;
    private final String title;

    ApiProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
