package dev.baton.platform.work;

/** Another node owns the work now; the transaction dies and the result is dropped. */
public final class LostLease extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostLease(String kind) {
        super("lease of " + kind + " was lost to another owner");
    }
}
