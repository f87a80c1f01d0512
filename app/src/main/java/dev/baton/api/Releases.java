package dev.baton.api;

import dev.baton.orders.ReleaseKnown;
import org.springframework.stereotype.Component;

/** Releasing many held orders, and printing what it came to. */
@Component
record Releases(ReleaseKnown releaseKnown, ReleasePrinter printer) {}
