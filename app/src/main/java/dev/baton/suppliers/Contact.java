package dev.baton.suppliers;

/**
 * Somebody at a supplier whom staff call or write to; nothing is sent there by itself.
 *
 * @param duty what the person is asked about, such as returns; empty = anything
 * @param phone as it was typed; empty = none, then there is a mail address
 * @param email empty = none, then there is a phone number
 */
public record Contact(String name, String duty, String phone, String email) {

    /** The number as a telephone dials it: digits, and the plus of a country's code before them. */
    public String dialled() {
        String digits = phone.replace("(0)", "").replaceAll("[^0-9]", "");
        return phone.strip().startsWith("+") ? "+" + digits : digits;
    }
}
