package dev.baton.tracking;

import dev.baton.carriers.Carriers;
import dev.baton.carriers.TrackingNumber;
import java.util.Locale;

/**
 * Under which a number is known: the carrier's family, since a number of one member is good for all of it, and
 * the number without blanks and dashes.
 */
record TrackingKey(String carrier, String number) {

    static TrackingKey of(String carrierWord, String number) {
        String carrier = Carriers.find(carrierWord)
                .map(found -> found.family())
                .orElseGet(() -> carrierWord.strip().toLowerCase(Locale.ROOT));
        return new TrackingKey(carrier, TrackingNumber.of(number).normalised());
    }
}
