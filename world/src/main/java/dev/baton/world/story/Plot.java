package dev.baton.world.story;

/** How one order's story goes. */
public enum Plot {
    /** One line, one supplier, delivered. */
    PLAIN,
    /** Lines that no single supplier sells: several purchase orders. */
    MULTI_SUPPLIER,
    /** A bundle: the parts are bought, the bundle is what the store sees fulfilled. */
    BUNDLE,
    /** More units than any one supplier has: two share the line. */
    SPLIT_LINE,
    /** Units of a scarce SKU: just enough for all, if stock is counted right. */
    SCARCE,
    /** The same, where the stock comes by file, now and then late, halved, zeroed or half-written. */
    SCARCE_BY_FILE,
    /** The last unit anybody has, bought in two stores at once: one customer gets it, the other gets the next one. */
    LAST_UNIT,
    /** The first supplier's stock file shows what it has not got: it rejects, another one takes it. */
    LIED_TO,
    /** Nobody has it yet; a later feed brings it. */
    WAITING,
    /** The first supplier rejects, another one takes it. */
    REJECTED_THEN_REROUTED,
    /** The supplier ships in parts. */
    PART_SHIPPED,
    /** The supplier ships all but one and says that the rest is not coming: another one sends it. */
    REST_NOT_COMING,
    /** The supplier answers only when reminded. */
    SILENT_THEN_ANSWERED,
    /** The supplier never answers: a reminder, then a task for a person. */
    SILENT_FOREVER,
    /** The supplier refuses the document: it is parked and stays so. */
    PARKED,
    /** The supplier refuses the document once; the clerk sends it again. */
    PARKED_THEN_RESENT,
    /** The mail to the supplier comes back; the clerk asks for its new address and sends it there. */
    RETURNED_THEN_RESENT,
    /** The supplier is only watched at first: nothing reaches it before the clerk lets it go live and sends. */
    WATCHED_THEN_LIVE,
    /** The supplier answers at other costs: a little more, and much more, which the clerk accepts or refuses. */
    COSTS_MORE,
    /** The store cancels before anything was sent. */
    CANCELLED_BEFORE_SEND,
    /** The store takes one line off the order before anything was sent. */
    LINE_REMOVED_BEFORE_SEND,
    /** The store refunds everything before anything was sent. */
    REFUNDED_BEFORE_SEND,
    /** The store cancels after the send; the supplier agrees. */
    CANCELLED_AFTER_SEND,
    /** The store cancels after the send; the suppliers agree and ship all the same: they are asked to call it back. */
    SHIPPED_AFTER_CANCEL,
    /** Somebody cancels after the send; the supplier is too far and ships. */
    CANCEL_TOO_LATE,
    /** The customer moves before anything was sent: it goes to the new address. */
    MOVED_BEFORE_SEND,
    /** The customer moves after the send; the supplier agrees to ship to the new address. */
    MOVED_AFTER_SEND,
    /** The customer moves after the send; the supplier says no, and a person lets it go to the old address. */
    MOVED_TOO_LATE,
    /** The store takes a unit back with its money after the send; the supplier agrees and ships the rest. */
    UNIT_REFUNDED_AFTER_SEND,
    /** The store pays a unit back that comes back, after everything was shipped: money only. */
    RETURN_REFUNDED_AFTER_SHIP,
    /** The store changes something else before anything was sent. */
    CHANGED_BEFORE_SEND,
    /** The store changes something else after the supplier has said yes. */
    CHANGED_AFTER_SEND,
    /** The store changes something else after everything was shipped. */
    CHANGED_AFTER_SHIP,
    /** A line names an SKU nobody knows: held. */
    HELD_UNKNOWN_SKU,
    /** No supplier may ship it there: held. */
    HELD_NO_SUPPLIER,
    /** The money has not come: held. */
    HELD_UNPAID,
    /** The address fails its country's rules: held. */
    HELD_BAD_ADDRESS,
    /** The store may not show the customer's data: held. */
    HELD_NO_DATA_PERMISSION,
    /** Worth more than the merchant lets go unseen: held. */
    HELD_OVER_VALUE,
    /** The same customer ordered the same a moment ago: held. */
    HELD_POSSIBLE_DUPLICATE,
    /** The same, and the customer is asked: both were meant. It goes its way. */
    REPEATED_BOTH_MEANT,
    /** The same, and the customer is asked: it was not meant. It is cancelled, then in the store, too. */
    REPEATED_NOT_MEANT,
    /** The same, and the customer is asked and does not answer: the clerk lets it go. */
    REPEATED_UNANSWERED,
    /** The store pays money back and leaves the goods on the order before anything was sent: held. */
    HELD_REFUNDED,
    /** The store marks it as a test: held. */
    HELD_TEST_ORDER,
    /** The merchant does not sell to the country: held. */
    HELD_BLOCKED_COUNTRY,
    /** The store sees a high risk of fraud: held. */
    HELD_FRAUD_RISK,
    /** The customer moves to another country before anything was sent: held. */
    HELD_COUNTRY_CHANGED,
    /** A person stops it before anything was sent: held. */
    HELD_BY_HAND,
    /** Less is left of the price than the merchant wants: held. */
    HELD_MARGIN_FLOOR,
    /** Every supplier that is asked rejects, until the merchant's limit: held. */
    HELD_REROUTE_LIMIT,
    /** The only supplier is away and gets nothing meanwhile: held. */
    HELD_SUPPLIER_AWAY,
    /** The store pays money back as in {@link #HELD_REFUNDED}, and a person lets it go: it is shipped all the same. */
    REFUNDED_THEN_RELEASED;

    /** The hold this plot leads to, or null. */
    public @org.jspecify.annotations.Nullable HoldKind hold() {
        return switch (this) {
            case HELD_UNKNOWN_SKU -> HoldKind.UNKNOWN_SKU;
            case HELD_NO_SUPPLIER -> HoldKind.NO_SUPPLIER;
            case HELD_UNPAID -> HoldKind.UNPAID;
            case HELD_BAD_ADDRESS -> HoldKind.BAD_ADDRESS;
            case HELD_NO_DATA_PERMISSION -> HoldKind.PERSONAL_DATA_WITHHELD;
            case HELD_OVER_VALUE -> HoldKind.VALUE_LIMIT;
            case HELD_POSSIBLE_DUPLICATE, REPEATED_BOTH_MEANT, REPEATED_NOT_MEANT, REPEATED_UNANSWERED ->
                HoldKind.POSSIBLE_DUPLICATE;
            case HELD_REFUNDED, REFUNDED_THEN_RELEASED -> HoldKind.REFUNDED_SHIP_ANYWAY;
            case HELD_TEST_ORDER -> HoldKind.TEST_ORDER;
            case HELD_BLOCKED_COUNTRY -> HoldKind.BLOCKED_COUNTRY;
            case HELD_FRAUD_RISK -> HoldKind.FRAUD_RISK;
            case HELD_COUNTRY_CHANGED -> HoldKind.COUNTRY_CHANGED;
            case HELD_BY_HAND -> HoldKind.STOPPED_BY_HAND;
            case HELD_MARGIN_FLOOR -> HoldKind.MARGIN_FLOOR;
            case HELD_REROUTE_LIMIT -> HoldKind.REROUTE_LIMIT;
            case HELD_SUPPLIER_AWAY -> HoldKind.SUPPLIER_AWAY;
            case PLAIN,
                    MULTI_SUPPLIER,
                    BUNDLE,
                    SPLIT_LINE,
                    SCARCE,
                    SCARCE_BY_FILE,
                    LAST_UNIT,
                    LIED_TO,
                    WAITING,
                    REJECTED_THEN_REROUTED,
                    PART_SHIPPED,
                    REST_NOT_COMING,
                    SILENT_THEN_ANSWERED,
                    SILENT_FOREVER,
                    PARKED,
                    PARKED_THEN_RESENT,
                    RETURNED_THEN_RESENT,
                    WATCHED_THEN_LIVE,
                    COSTS_MORE,
                    CANCELLED_BEFORE_SEND,
                    LINE_REMOVED_BEFORE_SEND,
                    REFUNDED_BEFORE_SEND,
                    CANCELLED_AFTER_SEND,
                    SHIPPED_AFTER_CANCEL,
                    CANCEL_TOO_LATE,
                    MOVED_BEFORE_SEND,
                    MOVED_AFTER_SEND,
                    MOVED_TOO_LATE,
                    UNIT_REFUNDED_AFTER_SEND,
                    RETURN_REFUNDED_AFTER_SHIP,
                    CHANGED_BEFORE_SEND,
                    CHANGED_AFTER_SEND,
                    CHANGED_AFTER_SHIP -> null;
        };
    }

    /** Whether nothing of the order may be sent before the store's change has arrived. */
    public boolean changesBeforeSend() {
        return switch (this) {
            case CANCELLED_BEFORE_SEND,
                    LINE_REMOVED_BEFORE_SEND,
                    REFUNDED_BEFORE_SEND,
                    MOVED_BEFORE_SEND,
                    CHANGED_BEFORE_SEND,
                    HELD_REFUNDED,
                    HELD_COUNTRY_CHANGED,
                    HELD_BY_HAND,
                    REFUNDED_THEN_RELEASED -> true;
            default -> false;
        };
    }

    /** Whether the suppliers keep the goods packed until the change of mind the script has. */
    public boolean waitsAfterAnswer() {
        return switch (this) {
            case CANCELLED_AFTER_SEND,
                    SHIPPED_AFTER_CANCEL,
                    CANCEL_TOO_LATE,
                    MOVED_AFTER_SEND,
                    MOVED_TOO_LATE,
                    UNIT_REFUNDED_AFTER_SEND -> true;
            default -> false;
        };
    }

    /** Whether it is an order that repeats another one of the same customer. */
    public boolean isRepeat() {
        return hold() == HoldKind.POSSIBLE_DUPLICATE;
    }

    /** Whether the customer is asked by mail if a repeated order was meant. */
    public boolean isAsked() {
        return isRepeat() && this != HELD_POSSIBLE_DUPLICATE;
    }

    /** At which stage a change of its own happens; null where none does. */
    public StoreChange.@org.jspecify.annotations.Nullable Stage changesAt() {
        return switch (this) {
            case CHANGED_BEFORE_SEND -> StoreChange.Stage.BEFORE_SEND;
            case CHANGED_AFTER_SEND -> StoreChange.Stage.AFTER_SEND;
            case CHANGED_AFTER_SHIP -> StoreChange.Stage.AFTER_SHIP;
            default -> null;
        };
    }

    /** Whether the suppliers are asked to ship to another address than they were told. */
    public boolean isAmended() {
        return this == MOVED_AFTER_SEND || this == MOVED_TOO_LATE;
    }
}
