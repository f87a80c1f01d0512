package dev.baton.api;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.BufferScope;
import dev.baton.inventory.BufferScope.OfOffer;
import dev.baton.inventory.BufferScope.OfSku;
import dev.baton.inventory.BufferScope.OfStore;
import dev.baton.inventory.BufferScope.OfSupplier;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in the list of buffers, as a text nobody has to understand. */
final class BufferCursor {

    private static final Pattern TEXT =
            Pattern.compile("(supplier|sku|offer|store)\\.([0-9a-f-]{36})(?:\\.([0-9a-f-]{36}))?");

    private BufferCursor() {}

    static String write(BufferScope scope) {
        return switch (scope) {
            case OfSupplier each -> "supplier." + each.supplier().value();
            case OfSku each -> "sku." + each.sku().value();
            case OfOffer each -> "offer." + each.offer().value();
            case OfStore each -> {
                @Nullable SkuId only = each.sku();
                yield "store." + each.store().value() + (only == null ? "" : "." + only.value());
            }
        };
    }

    static BufferScope read(String cursor) {
        Matcher text = TEXT.matcher(cursor);
        try {
            if (text.matches()) {
                return read(text.group(1), UUID.fromString(text.group(2)), text.group(3));
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new Problem(
                CommonProblem.INVALID_FIELD, "cursor is not one a list has answered: leave it out to begin.", "cursor");
    }

    private static BufferScope read(String layer, UUID subject, @Nullable String only) {
        return switch (layer) {
            case "supplier" -> new OfSupplier(new SupplierId(subject));
            case "sku" -> new OfSku(new SkuId(subject));
            case "offer" -> new OfOffer(new OfferId(subject));
            default -> new OfStore(new StoreId(subject), only == null ? null : new SkuId(UUID.fromString(only)));
        };
    }
}
