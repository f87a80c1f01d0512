package dev.baton.platform.address;

/**
 * One thing about an address a person should know.
 *
 * @param field where it lies
 * @param message what is wrong and what to do, for the merchant's staff; holds no word of the address itself
 */
public record AddressFault(Kind kind, AddressField field, Severity severity, String message) {

    /** What is wrong. */
    public enum Kind {
        /** Nothing stands in a field the country's mail needs. */
        MISSING_FIELD,
        /** The postcode is not built as the country's postcodes are. */
        POSTCODE_PATTERN,
        /** The country is no ISO code or name we know. */
        UNKNOWN_COUNTRY,
        /** The state or province is none of the country's. */
        UNKNOWN_REGION,
        /** A program wrote the word "NULL" or "undefined" where it had nothing. */
        LITERAL_NULL,
        /** A post-office box: parcel carriers other than the post do not deliver there. */
        PO_BOX,
        /** More than labels and partners' formats can hold. */
        TOO_LONG,
        /** Neither a person nor a firm. */
        NO_NAME
    }

    /** What follows from it. */
    public enum Severity {
        /** A carrier would refuse the parcel: hold the order. */
        FAULT,
        /** Worth showing; the parcel can go. */
        REMARK
    }

    /** True where the order must wait. */
    public boolean stopsShipping() {
        return severity == Severity.FAULT;
    }

    static AddressFault fault(Kind kind, AddressField field, String message) {
        return new AddressFault(kind, field, Severity.FAULT, message);
    }

    static AddressFault remark(Kind kind, AddressField field, String message) {
        return new AddressFault(kind, field, Severity.REMARK, message);
    }
}
