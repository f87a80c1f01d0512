package dev.baton.shopper;

import dev.baton.platform.MerchantId;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The merchant in an address: a UUID written with or without hyphens. */
final class MerchantPath {

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    private MerchantPath() {}

    static Optional<MerchantId> read(String text) {
        String hex = text.replace("-", "");
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        return Optional.of(new MerchantId(
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16))));
    }
}
