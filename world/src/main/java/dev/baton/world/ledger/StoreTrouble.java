package dev.baton.world.ledger;

/** What a shop's API does to a call on a bad day, as Shopify does. */
public enum StoreTrouble {
    /** The bucket was empty: nothing was done, and the answer says when to ask again. */
    THROTTLED("throttled"),
    /** The access token had expired or was revoked. */
    TOKEN_REFUSED("tokenRefused"),
    /** The call was done, and its answer never arrived. */
    ANSWER_LOST("answerLost"),
    /** The shop understood a fulfilment and did not enter it just then: somebody had the order on hold. */
    USER_ERRORS("userErrors"),
    /** The app was not granted the scope the call needs. */
    MISSING_SCOPE("missingScope");

    private final String figure;

    StoreTrouble(String figure) {
        this.figure = figure;
    }

    /** The name it is counted by. */
    public String figure() {
        return figure;
    }
}
