package dev.baton.orders;

/**
 * Units of an allocation its supplier is asked not to ship and has not settled yet.
 *
 * @param unwanted units nobody is to ship
 * @param forOthers units another supplier is to ship
 */
public record AskedBack(int unwanted, int forOthers) {

    public static final AskedBack NONE = new AskedBack(0, 0);

    public int units() {
        return unwanted + forOthers;
    }

    /** So many of them, the unwanted ones before the others. */
    public AskedBack first(int units) {
        int ofUnwanted = Math.min(units, unwanted);
        return new AskedBack(ofUnwanted, Math.min(units - ofUnwanted, forOthers));
    }

    public AskedBack without(AskedBack part) {
        return new AskedBack(unwanted - part.unwanted, forOthers - part.forOthers);
    }
}
