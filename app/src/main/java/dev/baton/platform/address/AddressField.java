package dev.baton.platform.address;

/** A part of a {@link PostalAddress} a fault can lie in, with the longest text labels and partners' formats hold. */
public enum AddressField {
    /** Two label lines of 35 signs, which UPS, FedEx and DHL share. */
    NAME("name", 70),
    COMPANY("company", 70),
    /** Three label lines of 35 signs. */
    LINE1("street", 105),
    LINE2("second address line", 105),
    /** The longest place names have 58 letters. */
    CITY("city", 60),
    REGION("state or province", 60),
    POSTCODE("postcode", 16),
    COUNTRY("country", 60),
    PHONE("phone", 40);

    private final String words;
    private final int longest;

    AddressField(String words, int longest) {
        this.words = words;
        this.longest = longest;
    }

    /** The field's name for people. */
    public String words() {
        return words;
    }

    /** The longest text it may hold, in signs. */
    public int longest() {
        return longest;
    }
}
