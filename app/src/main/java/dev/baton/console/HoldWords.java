package dev.baton.console;

import dev.baton.orders.HoldKind;

/** What a hold is called, and what there is to do about it. */
final class HoldWords {

    private HoldWords() {}

    static String title(HoldKind kind) {
        return switch (kind) {
            case UNKNOWN_SKU -> "Unknown product";
            case NO_SUPPLIER -> "No supplier";
            case SUPPLIER_AWAY -> "Supplier is away";
            case REROUTE_LIMIT -> "Refused too often";
            case MARGIN_FLOOR -> "Too little margin";
            case UNPAID -> "Not paid";
            case BAD_ADDRESS -> "Address incomplete";
            case PERSONAL_DATA_WITHHELD -> "Customer withheld";
            case VALUE_LIMIT -> "Over the value limit";
            case POSSIBLE_DUPLICATE -> "Possible duplicate";
            case REFUNDED_SHIP_ANYWAY -> "Refunded, ship anyway?";
            case COUNTRY_CHANGED -> "Country changed";
            case BLOCKED_COUNTRY -> "Blocked country";
            case FRAUD_RISK -> "Fraud risk";
            case TEST_ORDER -> "Test order";
            case STOPPED_BY_HAND -> "Stopped by hand";
        };
    }

    /** What happens if nobody does anything, and the ways out. */
    static String advice(HoldKind kind) {
        return switch (kind) {
            case UNKNOWN_SKU -> "The line waits until its product is known. Add or map the product, then release.";
            case NO_SUPPLIER ->
                "The line waits until somebody can ship it there. Add an offer or a shipping rate, then release.";
            case SUPPLIER_AWAY ->
                "The line goes on by itself when its supplier is back or another has it. Add an offer, or cancel it.";
            case REROUTE_LIMIT -> "The line waits. Release to ask the suppliers again, or cancel it.";
            case MARGIN_FLOOR -> "The line waits. Release it as it is, cancel it, or find a lower cost.";
            case UNPAID -> "The order waits for its money and goes by itself once the store says paid.";
            case BAD_ADDRESS -> "The order waits and goes by itself once the store sends a complete address.";
            case PERSONAL_DATA_WITHHELD ->
                "The order waits until the store's access covers names and addresses; then it goes by itself.";
            case VALUE_LIMIT -> "The order waits. Look at it, then release or cancel it.";
            case POSSIBLE_DUPLICATE ->
                "Its stock is set aside and nothing is sent. Release it if both are wanted, else cancel it; or have the customer asked.";
            case REFUNDED_SHIP_ANYWAY -> "Nothing is sent. Release to ship it all the same, or cancel it.";
            case COUNTRY_CHANGED -> "Nothing is sent. Release to plan it for the new country.";
            case BLOCKED_COUNTRY -> "Nothing is sent. Release to make an exception, or cancel it.";
            case FRAUD_RISK -> "Nothing is sent. Look at it in the store, then release or cancel it.";
            case TEST_ORDER -> "Nothing is sent. Release to treat it as a real one.";
            case STOPPED_BY_HAND -> "Nothing more is sent until somebody releases it. Release it, or cancel it.";
        };
    }
}
