package dev.baton.orders;

import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.address.PostalAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Digests by which an order's versions, addresses and goods are compared without being kept in clear. */
@Component
class Printing {

    private final MerchantKeys keys;

    Printing(MerchantKeys keys) {
        this.keys = keys;
    }

    OrderHead.Prints of(MerchantId merchant, StoreOrder order) {
        String email = order.customer().email();
        PostalAddress to = order.shipTo();
        String told = String.join(
                "\u0000",
                Objects.toString(to),
                nameInstead(order),
                entered(order),
                Objects.toString(order.shipMethod()),
                Objects.toString(order.giftMessage()));
        return new OrderHead.Prints(
                keys.print(merchant, told),
                email == null || email.isBlank() ? null : mail(merchant, email),
                to == null ? null : keys.print(merchant, place(to)),
                sha256(goods(order)));
    }

    /** Digest of a mail address, as {@link OrderHead.Prints#person}. */
    byte[] mail(MerchantId merchant, String email) {
        return keys.print(merchant, squeeze(email));
    }

    /** Digest of everything a version says, so that a repeat is told from a change. */
    byte[] content(StoreOrder order) {
        return sha256(String.join(
                "\u0000",
                order.name(),
                order.payment().name(),
                String.valueOf(order.cancelled()),
                String.valueOf(order.test()),
                order.currency(),
                order.money().toString(),
                order.customer().toString(),
                Objects.toString(order.shipTo()),
                lines(order.lines()),
                order.refunds().toString(),
                Objects.toString(order.shipMethod()),
                Objects.toString(order.giftMessage()),
                Objects.toString(order.risk())));
    }

    /** The customer's name stands on the purchase order only where the address has neither person nor firm. */
    private static String nameInstead(StoreOrder order) {
        PostalAddress to = order.shipTo();
        return to == null || to.name() != null || to.company() != null
                ? ""
                : Objects.toString(order.customer().name());
    }

    private static String entered(StoreOrder order) {
        return order.lines().stream()
                .filter(line -> line.requiresShipping() && line.remaining() > 0)
                .filter(line -> !line.shown().isEmpty())
                .map(line -> line.storeLineId() + "|" + line.shown())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static String lines(List<StoreLine> lines) {
        return lines.stream()
                .map(line -> line.storeLineId() + "|" + line.sku() + "|" + line.quantity() + "|" + line.remaining()
                        + "|" + line.fulfilledElsewhere() + "|" + line.unitPriceMinor() + "|" + line.discountMinor()
                        + "|" + line.requiresShipping() + "|" + line.shown())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static String goods(StoreOrder order) {
        return order.lines().stream()
                .filter(line -> line.requiresShipping() && line.remaining() > 0)
                .map(line -> line.sku() + "×" + line.remaining())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    private static String place(PostalAddress address) {
        return squeeze(address.countryCode())
                + squeeze(address.postcode())
                + squeeze(address.city())
                + squeeze(address.line1())
                + squeeze(address.line2());
    }

    /** Lower case, letters and digits only: how people write the same place twice. */
    private static String squeeze(@Nullable String text) {
        if (text == null) {
            return "|";
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == '@')
                .forEach(kept::appendCodePoint);
        return kept.append('|').toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
