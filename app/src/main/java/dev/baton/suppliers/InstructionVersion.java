package dev.baton.suppliers;

import java.time.Instant;

/**
 * One version of standing instructions; it is never rewritten.
 *
 * @param version 1, 2, 3, …
 * @param said what is told from then on; all null = nothing any more
 */
public record InstructionVersion(InstructionKey key, int version, Instructions said, Instant writtenAt) {}
