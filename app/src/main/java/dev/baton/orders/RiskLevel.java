package dev.baton.orders;

/** The store's own view of fraud. */
public enum RiskLevel {
    /** Nothing suspicious. */
    LOW,
    /** Some signs; shipped, but shown. */
    MEDIUM,
    /** Held until a person has looked. */
    HIGH
}
