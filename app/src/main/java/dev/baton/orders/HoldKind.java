package dev.baton.orders;

/** Why an order or a line waits for a decision: what that is for, what it stops, who decides, and what the way out is. */
public enum HoldKind {
    /** The line's SKU is not in the catalogue; define it, then release. */
    UNKNOWN_SKU(Scope.LINE, "operations", "nothing is bought that nobody has described"),
    /** Nobody can ship the line there at a known cost; add an offer, rate or exchange rate, then release. */
    NO_SUPPLIER(Scope.LINE, "operations", "nothing is promised that nobody can ship there"),
    /** Whoever could ship the line is away and gets nothing until it is back; goes away by itself then, or when another can. */
    SUPPLIER_AWAY(Scope.LINE, "operations", "nothing is sent to a supplier who is away"),
    /** Suppliers refused the line as often as the merchant allows; choose, then release or cancel. */
    REROUTE_LIMIT(Scope.LINE, "operations", "a person decides before suppliers are asked for ever"),
    /** Less is left of the line's price than the merchant wants; release it, cancel it, or find a lower cost. */
    MARGIN_FLOOR(Scope.LINE, "finance", "nothing is sold for less than is to be left of its price"),
    /** The money has not come in; goes away by itself when the store says paid. */
    UNPAID(Scope.ORDER, "finance", "nothing is shipped that is not paid"),
    /** The address lacks what its country requires; goes away by itself when the store sends a better one. */
    BAD_ADDRESS(Scope.ORDER, "support", "no parcel goes where it cannot arrive"),
    /** The store's access does not cover names and addresses; grant it, then the next update fills them in. */
    PERSONAL_DATA_WITHHELD(Scope.ORDER, "operations", "no supplier is told an order without a recipient"),
    /** Worth more than the merchant lets go unseen. */
    VALUE_LIMIT(Scope.ORDER, "finance", "a person looks at what costs much before it leaves"),
    /** The same customer or address ordered the same goods shortly before; stock is claimed, nothing is sent. */
    POSSIBLE_DUPLICATE(Scope.ORDER, "support", "nobody gets the same twice by mistake"),
    /** The store paid money back and left the goods on the order; "refunded, ship anyway?": release or cancel. */
    REFUNDED_SHIP_ANYWAY(
            Scope.ORDER, "support", "nothing is shipped for which the money went back unless somebody wants it"),
    /** The store changed the country of the address before anything was sent; release to plan for the new one. */
    COUNTRY_CHANGED(Scope.ORDER, "support", "duties, costs and suppliers are chosen anew for another country"),
    /** The merchant does not sell to the country. */
    BLOCKED_COUNTRY(Scope.ORDER, "operations", "nothing goes to a country the merchant does not sell to"),
    /** The store sees a high risk of fraud. */
    FRAUD_RISK(Scope.ORDER, "finance", "nothing is shipped on a payment that may be taken back"),
    /** The store marked the order as a test; nothing is sent. */
    TEST_ORDER(Scope.ORDER, "operations", "nothing is shipped for an order that only tries the store"),
    /** A person stopped it; nothing of the store lets it go, only a person's release. */
    STOPPED_BY_HAND(Scope.ORDER, "operations", "what a person stopped leaves only when a person says so");

    /** What a hold stops. */
    public enum Scope {
        /** The whole order. */
        ORDER,
        /** One line; the others go on. */
        LINE
    }

    private final Scope scope;
    private final String owner;
    private final String purpose;

    HoldKind(Scope scope, String owner, String purpose) {
        this.scope = scope;
        this.owner = owner;
        this.purpose = purpose;
    }

    /** What it stops. */
    public Scope scope() {
        return scope;
    }

    /** The role that decides. */
    public String owner() {
        return owner;
    }

    /** What it is there for; goes on after "so that". */
    public String purpose() {
        return purpose;
    }
}
