package dev.baton.carriers;

import static java.util.Comparator.comparingInt;

import dev.baton.carriers.Format.Reading;
import dev.baton.carriers.Verdict.UnknownCarrier;
import dev.baton.carriers.Verdict.UnknownFormat;
import dev.baton.carriers.Verdict.Valid;
import dev.baton.carriers.Verdict.WrongCheckDigit;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recognises tracking numbers and proves their check digits, from the facts in formats.tsv. A number often fits several
 * carriers, so a supplier's word for the carrier outranks any guess: with it use {@link #check}, without it {@link
 * #recognise}. Both take messy text: blanks, dashes, lower case, words and links around the number. Neither throws.
 */
public final class TrackingNumbers {

    private TrackingNumbers() {}

    /**
     * Every carrier that may have issued this number, the likeliest first: the more telling format before the less, a
     * proven check digit before none. A format whose check digit is wrong is left out.
     *
     * @return no element for null, blank or a number of no known format
     */
    public static List<Recognised> recognise(@Nullable String raw) {
        return raw == null
                ? List.of()
                : candidates(raw)
                        .map(TrackingNumbers::recognise)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private static List<Recognised> recognise(TrackingNumber number) {
        CarrierFacts facts = CarrierFacts.get();
        return readings(number, format -> format.own())
                .filter(Reading::rightCheckDigit)
                .filter(reading -> issuer(facts, reading).isPresent())
                .sorted(comparingInt(TrackingNumbers::doubt))
                .map(reading -> new Recognised(
                        issuer(facts, reading).orElseThrow(),
                        reading.format().id(),
                        reading.format().name(),
                        reading.checkDigit(),
                        number))
                .toList();
    }

    /**
     * What the number is worth for the carrier the supplier named, by code or in its own words.
     *
     * @param raw null counts as an empty number
     */
    public static Verdict check(@Nullable String carrierCodeOrName, @Nullable String raw) {
        String text = raw == null ? "" : raw;
        Optional<Carrier> carrier = Carriers.find(carrierCodeOrName);
        if (carrier.isEmpty()) {
            return new UnknownCarrier(carrierCodeOrName == null ? "" : carrierCodeOrName, TrackingNumber.of(text));
        }
        return check(carrier.get(), text);
    }

    private static Verdict check(Carrier carrier, String raw) {
        CarrierFacts facts = CarrierFacts.get();
        Predicate<Format> theirs = format -> belongs(facts, format, carrier);
        List<TrackingNumber> numbers = candidates(raw).toList();
        for (TrackingNumber number : numbers) {
            Optional<Reading> right = readings(number, theirs)
                    .filter(reading -> reading.rightCheckDigit() && isIssuedSomewhere(facts, reading))
                    .min(comparingInt(TrackingNumbers::doubt));
            if (right.isPresent()) {
                return new Valid(carrier, right.get().format().id(), right.get().checkDigit(), number);
            }
        }
        for (TrackingNumber number : numbers) {
            Optional<Reading> wrong = readings(number, theirs)
                    .filter(reading -> !reading.rightCheckDigit())
                    .min(comparingInt(TrackingNumbers::doubt));
            if (wrong.isPresent()) {
                Reading reading = wrong.get();
                return new WrongCheckDigit(carrier, reading.format().id(), reading.expected(), reading.found(), number);
            }
        }
        return new UnknownFormat(carrier, facts.formats().stream().anyMatch(theirs), TrackingNumber.of(raw));
    }

    private static Stream<TrackingNumber> candidates(String raw) {
        return NumberInText.candidates(raw).map(number -> new TrackingNumber(raw, number));
    }

    private static Stream<Reading> readings(TrackingNumber number, Predicate<Format> wanted) {
        return CarrierFacts.get().formats().stream()
                .filter(wanted)
                .flatMap(format -> format.read(number.normalised()).stream());
    }

    /** A number of one member is good for the whole family, and every post hands on the S10 numbers of the others. */
    private static boolean belongs(CarrierFacts facts, Format format, Carrier carrier) {
        return facts.carrier(format.carrier()).family().equals(carrier.family())
                || (format.carrier().equals(CarrierFacts.ANY_POST)
                        && facts.postalFamilies().contains(carrier.family()));
    }

    private static Optional<Carrier> issuer(CarrierFacts facts, Reading reading) {
        return reading.country().isEmpty()
                ? Optional.of(facts.carrier(reading.format().carrier()))
                : Optional.ofNullable(facts.byIssuingCountry().get(reading.country()));
    }

    private static boolean isIssuedSomewhere(CarrierFacts facts, Reading reading) {
        return issuer(facts, reading).isPresent();
    }

    private static int doubt(Reading reading) {
        return -2 * reading.format().telling() - (reading.checkDigit() == CheckDigit.VERIFIED ? 1 : 0);
    }
}
