package dev.baton.world.story;

/** One thing that is changed on an order its store has placed, or one way money goes back. */
public enum StoreChange {
    /** The last line comes off: its quantity stays, nothing of it is to be fulfilled any more. */
    LINE_REMOVED,
    /** One unit of the first line comes off. */
    UNIT_REMOVED,
    /** One unit more of the first line. */
    UNIT_ADDED,
    /** A line that was not there when the order was placed: the last one of the script. */
    LINE_ADDED,
    /** The customer moves within the town. */
    MOVED,
    /** The merchant writes a note on the order. */
    NOTED,
    /** Somebody cancels all of it. */
    CANCELLED,
    /** Money for one unit of the first line, which is not to be shipped any more: restock type <i>cancel</i>. */
    UNIT_CANCELLED,
    /** Money for one unit of the first line, no word of the goods: restock type <i>no_restock</i>. */
    UNIT_KEPT,
    /** An amount, no line. */
    MONEY_BACK;

    /** When it happens; which suppliers know of the order by then. */
    public enum Stage {
        /** Purchase orders are written, nothing has left. */
        BEFORE_SEND,
        /** Every supplier has said yes, nothing is shipped. */
        AFTER_SEND,
        /** All of it is on its way. */
        AFTER_SHIP
    }

    /** Whether a supplier that knows of the order has to be asked to leave something out. */
    public boolean takesGoodsOff() {
        return this == LINE_REMOVED || this == UNIT_REMOVED || this == CANCELLED || this == UNIT_CANCELLED;
    }

    /** Whether money goes back to the customer. */
    public boolean paysBack() {
        return this == UNIT_CANCELLED || this == UNIT_KEPT || this == MONEY_BACK;
    }
}
