package dev.baton.world.supplier;

import dev.baton.world.ledger.Fact;
import java.util.ArrayList;
import java.util.List;

/** A tracking number as somebody types it in a hurry. */
final class Mistyped {

    private Mistyped() {}

    /** The last digit is the next one up. */
    static String of(String number) {
        char last = number.charAt(number.length() - 1);
        char other = Character.isDigit(last) ? (char) ('0' + (last - '0' + 1) % 10) : '7';
        return number.substring(0, number.length() - 1) + other;
    }

    /** The parcels with the first one's number mistyped. */
    static List<Fact.Parcel> first(List<Fact.Parcel> parcels) {
        List<Fact.Parcel> told = new ArrayList<>(parcels);
        Fact.Parcel right = parcels.getFirst();
        told.set(0, new Fact.Parcel(right.carrier(), of(right.trackingNumber()), right.units()));
        return told;
    }
}
