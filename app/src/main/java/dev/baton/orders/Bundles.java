package dev.baton.orders;

import dev.baton.catalog.BundlePart;
import dev.baton.catalog.CatalogSlice;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.catalog.StoreItem;
import dev.baton.platform.Ids;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds each line's SKU in the catalogue. The line of a bundle, or of what the merchant mapped to several units or
 * SKUs, becomes a line per part: the first part takes the line over, the others join it, and all keep the store's line
 * id, so that the store hears of whole bundles, and the title it was sold under, so that the customer reads what the
 * parts belong to.
 */
@Component
class Bundles {

    private final Ids ids;

    Bundles(Ids ids) {
        this.ids = ids;
    }

    void resolve(OrderState state, CatalogSlice slice) {
        for (LineState line : List.copyOf(state.lines)) {
            if (mapped(state, line, slice)) {
                continue;
            }
            Sku sku = line.sku == null || line.skuId != null
                    ? null
                    : slice.byCode().get(line.sku);
            if (sku == null || line.in(Bucket.OPEN) == 0) {
                continue;
            }
            if (!sku.requiresShipping()) {
                line.skuId = sku.id();
                state.move(line, ids.next(), Bucket.OPEN, Bucket.DELIVERED, line.in(Bucket.OPEN));
            } else if (sku.bundle()) {
                explode(state, line, sku.code(), sku.parts(), slice);
            } else {
                line.skuId = sku.id();
                line.touched = true;
            }
        }
        for (LineState line : state.lines) {
            if (line.skuId != null && line.in(Bucket.OPEN) > 0 && isUnshipped(line.skuId, slice)) {
                state.move(line, ids.next(), Bucket.OPEN, Bucket.DELIVERED, line.in(Bucket.OPEN));
            }
        }
    }

    /** What the merchant mapped the store's SKU to stands before a SKU of the same code. */
    private boolean mapped(OrderState state, LineState line, CatalogSlice slice) {
        if (line.sku == null || line.skuId != null || line.in(Bucket.OPEN) == 0) {
            return false;
        }
        String code = line.sku;
        List<BundlePart> goods = slice.mappedTo(new StoreItem(state.head.store(), code), state.head.shipCountry());
        if (goods.isEmpty()) {
            return false;
        }
        Sku only = goods.size() == 1 && goods.getFirst().quantity() == 1
                ? slice.goods().get(goods.getFirst().sku())
                : null;
        if (only == null) {
            explode(state, line, code, goods, slice);
        } else {
            line.sku = only.code();
            line.skuId = only.id();
            line.touched = true;
        }
        return true;
    }

    private static boolean isUnshipped(SkuId id, CatalogSlice slice) {
        Sku sku = slice.goods().get(id);
        return sku != null && !sku.requiresShipping();
    }

    private void explode(OrderState state, LineState line, String code, List<BundlePart> parts, CatalogSlice slice) {
        int units = line.in(Bucket.OPEN);
        int gone = line.in(Bucket.CANCELLED);
        line.setTitle = line.title;
        for (int i = 0; i < parts.size(); i++) {
            BundlePart part = parts.get(i);
            Sku goods = slice.goods().get(part.sku());
            if (goods == null) {
                throw new IllegalStateException(code + " has a part that is not in the catalogue");
            }
            if (i == 0) {
                takeOver(state, line, part, goods, units, gone);
            } else {
                join(state, line, part, goods, units);
            }
        }
    }

    private static void takeOver(OrderState state, LineState line, BundlePart part, Sku goods, int units, int gone) {
        line.sku = goods.code();
        line.skuId = goods.id();
        line.title = goods.title();
        line.perUnit = part.quantity();
        line.cancelledHere *= part.quantity();
        if (part.quantity() > 1) {
            line.order(units * (part.quantity() - 1));
            if (gone > 0) {
                line.orderCancelled(gone * (part.quantity() - 1));
            }
        }
        line.touched = true;
        state.headTouched |= !state.fresh;
    }

    private void join(OrderState state, LineState line, BundlePart part, Sku goods, int units) {
        LineState joined = new LineState(
                new OrderLineId(ids.next()), state.lines.size() + 1, line.storeLineId, true, goods.title(), true);
        joined.storeQuantity = line.storeQuantity;
        joined.perUnit = part.quantity();
        joined.sku = goods.code();
        joined.skuId = goods.id();
        joined.storeSku = line.storeSku;
        joined.setTitle = line.setTitle;
        joined.cancelledHere = line.cancelledHere / line.perUnit * part.quantity();
        joined.order(units * part.quantity());
        state.lines.add(joined);
    }
}
