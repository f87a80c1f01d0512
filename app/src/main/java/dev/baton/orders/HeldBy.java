package dev.baton.orders;

import dev.baton.merchants.StoreId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds that may go together, because what held the lines is known now.
 *
 * @param kinds holds of lines
 * @param goods what the lines are of; a hold of any of them is meant
 */
public record HeldBy(Set<HoldKind> kinds, List<Goods> goods) {

    public HeldBy {
        kinds = Set.copyOf(kinds);
        goods = List.copyOf(goods);
        if (kinds.stream().anyMatch(kind -> kind.scope() != HoldKind.Scope.LINE)) {
            throw new IllegalArgumentException("only holds of lines go together");
        }
    }

    /** What an offer of these goods, by the merchant's codes, may let go. */
    public static HeldBy wantOfAnOffer(Collection<String> skus) {
        return new HeldBy(
                EnumSet.of(HoldKind.NO_SUPPLIER, HoldKind.SUPPLIER_AWAY),
                skus.stream().distinct().map(each -> new Goods(null, each)).toList());
    }

    /**
     * Goods by their code.
     *
     * @param store whose orders; null = any store's
     * @param sku as the line carries it: the store's SKU until it is known here, then the merchant's code; with a store
     *     also the store's SKU of a line that is known, whose goods are then looked up anew
     */
    public record Goods(@Nullable StoreId store, String sku) {}
}
