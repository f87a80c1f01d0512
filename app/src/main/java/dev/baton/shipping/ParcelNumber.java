package dev.baton.shipping;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.carriers.Recognised;
import dev.baton.carriers.TrackingNumber;
import dev.baton.carriers.TrackingNumbers;
import dev.baton.carriers.Verdict.UnknownCarrier;
import dev.baton.carriers.Verdict.UnknownFormat;
import dev.baton.carriers.Verdict.Valid;
import dev.baton.carriers.Verdict.WrongCheckDigit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier's carrier word and tracking number come to. The supplier's carrier wins over what the number
 * looks like; a number that cannot be right is kept and remarked, never refused.
 *
 * @param carrierCode carrier as Baton calls it, or {@link #UNKNOWN_CARRIER}
 * @param guessed the carrier follows from the number, not from the supplier's word
 * @param number without blanks and dashes; empty = none
 * @param url the carrier's page for the number; null when none is known
 * @param remark what is wrong; null = nothing
 */
record ParcelNumber(
        String carrierCode,
        boolean guessed,
        String number,
        @Nullable String url,
        @Nullable String remark) {

    /** Stands where neither the supplier's word nor the number tells the carrier. */
    static final String UNKNOWN_CARRIER = "unknown";

    static ParcelNumber of(String carrierWord, String trackingNumber) {
        if (trackingNumber.isBlank()) {
            return withoutNumber(carrierWord);
        }
        return switch (TrackingNumbers.check(carrierWord, trackingNumber)) {
            case Valid valid -> stated(valid.carrier(), valid.number(), null);
            case WrongCheckDigit wrong ->
                stated(
                        wrong.carrier(),
                        wrong.number(),
                        "the check digit is wrong: %s stands where %s belongs"
                                .formatted(wrong.found(), wrong.expected()));
            case UnknownFormat odd ->
                stated(
                        odd.carrier(),
                        odd.number(),
                        odd.formatsKnown() ? odd.carrier().name() + " writes no such numbers" : null);
            case UnknownCarrier unknown -> guessed(unknown);
        };
    }

    private static ParcelNumber stated(Carrier carrier, TrackingNumber number, @Nullable String remark) {
        return new ParcelNumber(
                carrier.code(),
                false,
                number.normalised(),
                carrier.trackingUrl(number.normalised()).orElse(null),
                remark);
    }

    private static ParcelNumber guessed(UnknownCarrier unknown) {
        List<Recognised> candidates = TrackingNumbers.recognise(unknown.number().raw());
        Optional<Recognised> likeliest = candidates.stream().findFirst();
        if (likeliest.isEmpty()) {
            return new ParcelNumber(
                    UNKNOWN_CARRIER,
                    true,
                    unknown.number().normalised(),
                    null,
                    "no carrier known to us writes such numbers");
        }
        Carrier carrier = likeliest.get().carrier();
        String number = likeliest.get().number().normalised();
        return new ParcelNumber(
                carrier.code(), true, number, carrier.trackingUrl(number).orElse(null), null);
    }

    private static ParcelNumber withoutNumber(String carrierWord) {
        String code = Carriers.find(carrierWord).map(Carrier::code).orElse(UNKNOWN_CARRIER);
        return new ParcelNumber(code, false, "", null, "the parcel has no tracking number");
    }
}
