package dev.baton.orders;

/** What a customer says who was asked whether an order that looks like a repeat was meant. */
public enum CustomerAnswer {
    /** Both orders were meant: this one goes on. */
    SEND_BOTH,
    /** Only the earlier one was meant: this one is cancelled. */
    CANCEL
}
