package dev.baton.orders;

/** Why an order or a line waits for a decision, who decides, and what the way out is. */
public enum HoldKind {
    /** The line's SKU is not in the catalogue; define it, then release. */
    UNKNOWN_SKU(Scope.LINE, "operations"),
    /** Nobody can ship the line there at a known cost; add an offer, rate or exchange rate, then release. */
    NO_SUPPLIER(Scope.LINE, "operations"),
    /** Whoever could ship the line is away and gets nothing until it is back; goes away by itself then, or when another can. */
    SUPPLIER_AWAY(Scope.LINE, "operations"),
    /** Suppliers refused the line as often as the merchant allows; choose, then release or cancel. */
    REROUTE_LIMIT(Scope.LINE, "operations"),
    /** Less is left of the line's price than the merchant wants; release it, cancel it, or find a lower cost. */
    MARGIN_FLOOR(Scope.LINE, "finance"),
    /** The money has not come in; goes away by itself when the store says paid. */
    UNPAID(Scope.ORDER, "finance"),
    /** The address lacks what its country requires; goes away by itself when the store sends a better one. */
    BAD_ADDRESS(Scope.ORDER, "support"),
    /** The store's access does not cover names and addresses; grant it, then the next update fills them in. */
    PERSONAL_DATA_WITHHELD(Scope.ORDER, "operations"),
    /** Worth more than the merchant lets go unseen. */
    VALUE_LIMIT(Scope.ORDER, "finance"),
    /** The same customer or address ordered the same goods shortly before; stock is claimed, nothing is sent. */
    POSSIBLE_DUPLICATE(Scope.ORDER, "support"),
    /** The store paid money back and left the goods on the order; "refunded, ship anyway?": release or cancel. */
    REFUNDED_SHIP_ANYWAY(Scope.ORDER, "support"),
    /** The store changed the country of the address before anything was sent; release to plan for the new one. */
    COUNTRY_CHANGED(Scope.ORDER, "support"),
    /** The merchant does not sell to the country. */
    BLOCKED_COUNTRY(Scope.ORDER, "operations"),
    /** The store sees a high risk of fraud. */
    FRAUD_RISK(Scope.ORDER, "finance"),
    /** The store marked the order as a test; nothing is sent. */
    TEST_ORDER(Scope.ORDER, "operations"),
    /** A person stopped it; nothing of the store lets it go, only a person's release. */
    STOPPED_BY_HAND(Scope.ORDER, "operations");

    /** What a hold stops. */
    public enum Scope {
        /** The whole order. */
        ORDER,
        /** One line; the others go on. */
        LINE
    }

    private final Scope scope;
    private final String owner;

    HoldKind(Scope scope, String owner) {
        this.scope = scope;
        this.owner = owner;
    }

    /** What it stops. */
    public Scope scope() {
        return scope;
    }

    /** The role that decides. */
    public String owner() {
        return owner;
    }
}
