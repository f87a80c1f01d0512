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
 * @param change what the store changes at the stage the plot names; null = nothing of that kind
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
        @Nullable String follows,
        @Nullable StoreChange change) {

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

        /** The same line with another number of units. */
        Line with(int units) {
            return new Line(id, sku, title, units, priceCents, grams, end, parts);
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

    /** The order as it is when it is placed: without what a later change brings. */
    public List<Line> placedLines() {
        return switch (change) {
            case LINE_ADDED -> lines.subList(0, lines.size() - 1);
            case UNIT_ADDED ->
                lines.stream().map(line -> line.with(line.quantity() - 1)).toList();
            case null, default -> lines;
        };
    }

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

    /** What the customer pays without shipping when the order is placed, in cents. */
    public long goodsCents() {
        return placedLines().stream()
                .mapToLong(line -> line.priceCents() * line.quantity())
                .sum();
    }

    /** Where the customer moves to during the run; null = nowhere. */
    public @Nullable Address movedTo() {
        if (plot == Plot.HELD_COUNTRY_CHANGED) {
            return People.abroad(shipTo);
        }
        return plot == Plot.MOVED_BEFORE_SEND || plot.isAmended() || change == StoreChange.MOVED
                ? shipTo.withLine1(shipTo.line1() + " " + NEW_DOOR)
                : null;
    }

    /** Where the first purchase order has to go. */
    public Address firstAddress() {
        Address moved = movedTo();
        return moved != null && plot == Plot.MOVED_BEFORE_SEND ? moved : shipTo;
    }

    /** Whether the suppliers keep the goods packed until they are asked what the change makes necessary. */
    public boolean waitsAfterAnswer() {
        boolean asked = plot == Plot.CHANGED_AFTER_SEND && change != null && change.takesGoodsOff();
        return plot.waitsAfterAnswer() || asked;
    }

    /** Units of the line no supplier is ever to be asked for, because they came off before the send. */
    public int neverAsked(Line line) {
        boolean early = plot == Plot.LINE_REMOVED_BEFORE_SEND || plot == Plot.CHANGED_BEFORE_SEND;
        return !early
                ? 0
                : switch (line.end()) {
                    case CANCELLED -> line.quantity();
                    case PART_CANCELLED -> 1;
                    case DELIVERED, HELD, SENT -> 0;
                };
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
                && plot != Plot.REPEATED_NOT_MEANT
                && (plot.hold() == null || plot == Plot.HELD_REROUTE_LIMIT || holdEnds);
    }
}
