package dev.baton.platform;

/** Refusals every module shares. */
public enum CommonProblem implements ProblemCode {
    /** The body cannot be read at all; the caller mends its syntax. */
    MALFORMED(400, "The request cannot be read"),
    /** No key, or one that is not known; the caller sends a valid key. */
    UNAUTHENTICATED(401, "A valid key is needed"),
    /** The key lacks a scope; the caller asks the owner for another key. */
    FORBIDDEN(403, "The key does not allow this"),
    /** Nothing of that id belongs to this merchant. */
    NOT_FOUND(404, "There is no such thing here"),
    /** The state of things forbids it; the caller reads the current state first. */
    CONFLICT(409, "The current state does not allow this"),
    /** The body is larger than allowed. */
    TOO_LARGE(413, "The request is too large"),
    /** A field has a value that cannot be accepted. */
    INVALID_FIELD(422, "A field is not valid"),
    /** The same idempotency key was used with another body. */
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used with another body"),
    /** The database cannot be reached; the caller repeats later. */
    UNAVAILABLE(503, "The service is not available right now");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
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
