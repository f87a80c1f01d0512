package dev.baton.world.story;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One order's script, fixed before the order exists.
 *
 * @param id the store's own order id, unique over all stores of the run
 * @param number what the customer sees, without {@code #}
 * @param store the store's code in Baton
 * @param lines what is ordered and how each line ends
 * @param holdEnds whether the hold is lifted during the run and the order goes on
 * @param follows id of the order that must have reached a supplier before this one is placed, or beside which it is
 *     placed in another store; null = it is placed for itself
 */
public record OrderScript(
        String id,
        int number,
        String store,
        Plot plot,
        Telling telling,
        Buyer buyer,
        Address shipTo,
        List<Line> lines,
        String shipMethod,
        @Nullable String giftMessage,
        boolean holdEnds,
        @Nullable String follows) {

    private static final boolean MAILED = true;
    private static final String NEW_DOOR = "B";

    /**
     * One line of the order.
     *
     * @param parts what has to be bought for it: the SKU itself, or a bundle's parts
     */
    public record Line(
            String id,
            String sku,
            String title,
            int quantity,
            long priceCents,
            int grams,
            LineEnd end,
            List<Part> parts) {

        /** Whether the store sells as one what leaves in parts. */
        public boolean isBundle() {
            return parts.size() > 1
                    || parts.stream()
                            .anyMatch(part -> part.perUnit() > 1 || !part.sku().equals(sku));
        }

        /** Parts in one unit of the line. */
        public int partsPerUnit() {
            return parts.stream().mapToInt(Part::perUnit).sum();
        }
    }

    /**
     * Goods to be bought.
     *
     * @param perUnit units of it in one unit of the line
     * @param suppliers codes of those who may ship it to this address
     */
    public record Part(String sku, int perUnit, Set<String> suppliers) {}

    /** The name customers and documents use. */
    public String name() {
        return "#" + number;
    }

    /** Units of one SKU the whole order needs bought. */
    public int unitsOf(String sku) {
        return lines.stream()
                .flatMap(line -> line.parts().stream()
                        .filter(part -> part.sku().equals(sku))
                        .map(part -> part.perUnit() * line.quantity()))
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** What the customer pays without shipping, in cents. */
    public long goodsCents() {
        return lines.stream()
                .mapToLong(line -> line.priceCents() * line.quantity())
                .sum();
    }

    /** Where the customer moves to during the run; null = nowhere. */
    public @Nullable Address movedTo() {
        if (plot == Plot.HELD_COUNTRY_CHANGED) {
            return People.abroad(shipTo);
        }
        return plot == Plot.MOVED_BEFORE_SEND || plot.isAmended()
                ? shipTo.withLine1(shipTo.line1() + " " + NEW_DOOR)
                : null;
    }

    /** Where the first purchase order has to go. */
    public Address firstAddress() {
        Address moved = movedTo();
        return moved != null && plot == Plot.MOVED_BEFORE_SEND ? moved : shipTo;
    }

    /** Whether Baton mails the customer, not the store itself. */
    public boolean isMailedByBaton() {
        return isMailedByBaton(store);
    }

    /** Whether Baton mails the customers of that store. */
    public static boolean isMailedByBaton(String store) {
        return MAILED && !store.equals(Playbook.OUTLET);
    }

    /** Whether anything of it may ever reach a supplier. */
    public boolean isSent() {
        return plot != Plot.CANCELLED_BEFORE_SEND
                && plot != Plot.REFUNDED_BEFORE_SEND
                && (plot.hold() == null || plot == Plot.HELD_REROUTE_LIMIT || holdEnds);
    }
}
