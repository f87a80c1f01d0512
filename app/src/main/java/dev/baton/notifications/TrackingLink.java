package dev.baton.notifications;

/** What a link to a customer's page of an order allows, bit by bit, and what is said with it. */
public final class TrackingLink {

    /** To look. */
    public static final int LOOK = 1;

    /** To answer what its customer was asked: only a link that was mailed to the customer with the question does. */
    public static final int ANSWER = 2;

    /** The word for "send both". */
    public static final String SAY_BOTH = "both";

    /** The word for "cancel this one". */
    public static final String SAY_CANCEL = "cancel";

    private TrackingLink() {}
}
