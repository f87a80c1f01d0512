package dev.baton.platform;

import java.util.UUID;

/** The tenant: every business row, key, link and transaction belongs to exactly one merchant. */
public record MerchantId(UUID value) {

    /** The id without dashes, as keys and webhook addresses carry it. */
    public String hex() {
        return value.toString().replace("-", "");
    }

    /**
     * Reads an id with or without dashes.
     *
     * @throws IllegalArgumentException when the text is no UUID; the caller answers "not found"
     */
    public static MerchantId parse(String text) {
        String hex = text.replace("-", "");
        if (hex.length() != 32) {
            throw new IllegalArgumentException("not a merchant id");
        }
        return new MerchantId(
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
