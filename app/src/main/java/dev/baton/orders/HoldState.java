package dev.baton.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One hold while an act works on it. */
final class HoldState {

    final UUID id;
    final @Nullable OrderLineId line;
    final HoldKind kind;
    final String detail;
    final boolean fresh;
    boolean released;
    boolean waived;

    @Nullable
    String releasedWhy;

    boolean touched;

    HoldState(UUID id, @Nullable OrderLineId line, HoldKind kind, String detail, boolean fresh) {
        this.id = id;
        this.line = line;
        this.kind = kind;
        this.detail = detail;
        this.fresh = fresh;
    }

    boolean open() {
        return !released;
    }

    void release(String why, boolean waive) {
        released = true;
        waived = waive;
        releasedWhy = why;
        touched = true;
    }
}
