package dev.baton.suppliers;

/**
 * What one set of standing instructions hangs on.
 *
 * @param subject the supplier's code, the product's SKU or the brand's code
 */
public record InstructionKey(InstructionScope scope, String subject) {}
