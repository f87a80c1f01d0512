package dev.baton.world.sabotage;

import java.util.Locale;

/** What somebody in the middle does to the traffic between Baton and its partners. */
public enum Sabotage {
    /** A purchase order is answered and never reaches its supplier. */
    LOST_SEND,
    /** A purchase order reaches its supplier again under another number. */
    DOUBLE_SEND,
    /** A purchase order asks for one more than Baton wrote. */
    WRONG_QUANTITY,
    /** A purchase order goes to another house. */
    WRONG_ADDRESS,
    /** A purchase order has lost its packaging instruction. */
    LOST_INSTRUCTION,
    /** A fulfilment is answered and never reaches the store. */
    LOST_FULFILMENT,
    /** Figures that are to fall in the second store are answered and never reach it. */
    STOCK_NOT_LOWERED,
    /** A mail to a customer is taken and never arrives. */
    LOST_MAIL,
    /** A mail to a customer arrives twice. */
    DOUBLE_MAIL,
    /** A mail to a customer comes from another brand. */
    WRONG_BRAND,
    /** A packing slip has got a price. */
    SLIP_SHOWS_PRICE;

    /** Whether it is done to mail. */
    public boolean isOfMail() {
        return this == LOST_MAIL || this == DOUBLE_MAIL || this == WRONG_BRAND || this == SLIP_SHOWS_PRICE;
    }

    /** Whether it is done on the way to a store. */
    public boolean isOfStore() {
        return this == LOST_FULFILMENT || this == STOCK_NOT_LOWERED;
    }

    /** The word of the command line: {@code lost-send}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The sabotage of that word.
     *
     * @throws IllegalArgumentException when there is none; the message lists them
     */
    public static Sabotage of(String word) {
        for (Sabotage one : values()) {
            if (one.word().equals(word)) {
                return one;
            }
        }
        StringBuilder known = new StringBuilder();
        for (Sabotage one : values()) {
            known.append(known.isEmpty() ? "" : ", ").append(one.word());
        }
        throw new IllegalArgumentException("no sabotage '" + word + "'; there are " + known);
    }
}
