package dev.baton.carriers;

/**
 * One carrier that may have issued a number.
 *
 * @param carrier for a UPU S10 number the post of the country in its last two letters
 * @param format lasting word for the way the number is built, such as {@code ups_1z}
 * @param formatName the same for people
 */
public record Recognised(
        Carrier carrier, String format, String formatName, CheckDigit checkDigit, TrackingNumber number) {}
