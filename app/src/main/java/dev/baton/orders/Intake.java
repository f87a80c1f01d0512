package dev.baton.orders;

import dev.baton.platform.Ids;
import dev.baton.platform.address.PostalAddress;
import dev.baton.sourcing.Destination;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a store says into lines of goods. The catalogue comes later: a line begins with the store's own SKU. */
@Component
class Intake {

    private final Ids ids;

    Intake(Ids ids) {
        this.ids = ids;
    }

    /** A new line of an order; its units begin open, or are closed at once when nobody has to ship them. */
    LineState add(OrderState state, StoreLine line, UUID cause) {
        LineState fresh = new LineState(
                new OrderLineId(ids.next()),
                state.lines.size() + 1,
                line.storeLineId(),
                line.requiresShipping(),
                line.title(),
                true);
        fresh.storeQuantity = line.quantity();
        fresh.perUnit = 1;
        fresh.sku = sku(line);
        fresh.storeSku = fresh.sku;
        fresh.unitPriceMinor = line.unitPriceMinor();
        fresh.discountMinor = line.discountMinor();
        fresh.taxMinor = line.taxMinor();
        int ordered = Math.max(line.quantity(), line.remaining());
        fresh.order(ordered);
        state.lines.add(fresh);
        int gone = ordered - line.remaining();
        if (gone > 0) {
            state.move(fresh, cause, Bucket.OPEN, Bucket.CANCELLED, gone);
        }
        int byHand = line.requiresShipping()
                ? Math.min(line.fulfilledElsewhere(), fresh.in(Bucket.OPEN))
                : fresh.in(Bucket.OPEN);
        if (byHand > 0) {
            state.move(fresh, cause, Bucket.OPEN, Bucket.DELIVERED, byHand);
        }
        return fresh;
    }

    /** The store's SKU of a line; null when it gave none. */
    static @Nullable String sku(StoreLine line) {
        String sku = line.sku();
        return sku == null || sku.isBlank() ? null : sku.strip();
    }

    /** The country code of an address, upper case; empty when unknown. */
    static String country(@Nullable PostalAddress address) {
        String code = address == null ? null : address.countryCode();
        return code == null || code.length() != 2 ? "" : code.toUpperCase(Locale.ROOT);
    }

    /** Where sourcing prices the way to, or null when the country is unknown. */
    static @Nullable Destination destination(@Nullable PostalAddress address) {
        String country = country(address);
        return address == null || country.isEmpty()
                ? null
                : new Destination(
                        country,
                        Objects.requireNonNullElse(address.postcode(), ""),
                        Objects.requireNonNullElse(address.regionCode(), ""));
    }
}
