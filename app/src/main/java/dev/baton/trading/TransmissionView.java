package dev.baton.trading;

import java.util.List;

/** A document on its way with every attempt, first to last. */
public record TransmissionView(Transmission transmission, List<Attempt> attempts) {}
