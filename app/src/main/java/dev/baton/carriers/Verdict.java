package dev.baton.carriers;

/** What a number is worth when the supplier has said who carries the parcel. The supplier's word for the carrier stands. */
public sealed interface Verdict {

    /** The carrier writes such numbers, and the check digit, if there is one, is right. */
    record Valid(Carrier carrier, String format, CheckDigit checkDigit, TrackingNumber number) implements Verdict {}

    /**
     * The carrier is known; the number fits none of its formats. Keep it and have a person look.
     *
     * @param formatsKnown false when we hold no format of this carrier at all: then it says nothing against the number
     */
    record UnknownFormat(Carrier carrier, boolean formatsKnown, TrackingNumber number) implements Verdict {}

    /** Built as this carrier builds its numbers, but a digit is wrong: mistyped or cut. Ask the supplier. */
    record WrongCheckDigit(Carrier carrier, String format, char expected, char found, TrackingNumber number)
            implements Verdict {}

    /** We hold no facts on what the supplier calls the carrier. Keep both words as they came. */
    record UnknownCarrier(String word, TrackingNumber number) implements Verdict {}
}
