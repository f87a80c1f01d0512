package dev.baton.world.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One supplier as agreed with the merchant and as it is.
 *
 * @param zone IANA
 * @param roundTheClock false: Monday to Friday, 9 to 17
 * @param netting {@code NET}: its figure falls when it acknowledges (after the lag); {@code GROSS}: when it ships;
 *     {@code UNKNOWN}: nobody has agreed on it, and it may be either
 * @param bookingLagSeconds until its own figure shows what it acknowledged, business seconds
 * @param graceSeconds how long the merchant lets an order rest before sending it here
 * @param countries where it ships, empty = everywhere
 * @param start how its first day goes
 * @param language what it is written to in where it takes its orders by mail, null where it takes them by REST
 * @param stockBy how its stock comes to the merchant
 * @param shownTooMany units of each item its stock files show beyond what there is; 0 = it tells the truth
 */
public record SupplierSheet(
        String code,
        String name,
        String currency,
        String zone,
        String country,
        boolean roundTheClock,
        int ackHours,
        String netting,
        int bookingLagSeconds,
        int graceSeconds,
        String dropshipFee,
        List<String> countries,
        String carrier,
        String packaging,
        String branding,
        String special,
        @Nullable String language,
        Temper temper,
        Start start,
        StockBy stockBy,
        int shownTooMany) {

    /** How the merchant gets to know a supplier's stock. */
    public enum StockBy {
        /** It posts its figures. */
        REST,
        /** It lays files on its file server. */
        SFTP,
        /** It lays a file on its web server. */
        HTTPS,
        /** It is asked by mail and fills a page. */
        PAGE
    }

    /** What is still to be done about it on the first day. */
    public enum Start {
        /** Nothing. */
        READY,
        /** The merchant watches what would be sent to it first, and lets it go live later. */
        WATCHED,
        /** The address the merchant has of it is an old one: what is sent there comes back. */
        OLD_ADDRESS
    }

    /** How long a supplier takes, in business minutes from the event before. */
    public enum Temper {
        PROMPT(3, 15, 20, 60),
        SLOW(45, 75, 60, 120);

        private final int ackFrom;
        private final int ackTo;
        private final int shipFrom;
        private final int shipTo;

        Temper(int ackFrom, int ackTo, int shipFrom, int shipTo) {
            this.ackFrom = ackFrom;
            this.ackTo = ackTo;
            this.shipFrom = shipFrom;
            this.shipTo = shipTo;
        }

        /** Minutes until it acknowledges; {@code chance} is in [0, 1). */
        public double ackMinutes(double chance) {
            return ackFrom + (ackTo - ackFrom) * chance;
        }

        /** Minutes from there until it ships. */
        public double shipMinutes(double chance) {
            return shipFrom + (shipTo - shipFrom) * chance;
        }
    }

    /** The same, but taking its orders and telling its stock by a system of its own. */
    SupplierSheet byRest() {
        return new SupplierSheet(
                code,
                name,
                currency,
                zone,
                country,
                roundTheClock,
                ackHours,
                netting,
                bookingLagSeconds,
                graceSeconds,
                dropshipFee,
                countries,
                carrier,
                packaging,
                branding,
                special,
                null,
                temper,
                start,
                StockBy.REST,
                0);
    }

    /** Whether it takes its orders by mail and answers by the links in it. */
    public boolean isMailed() {
        return language != null;
    }

    /** Whether its stock comes by file. */
    public boolean isByFile() {
        return stockBy == StockBy.SFTP || stockBy == StockBy.HTTPS;
    }

    /** Whether its files show more than there is. */
    public boolean isLying() {
        return shownTooMany > 0;
    }

    /** Whether its figure falls when it acknowledges; where nobody agreed on that, the seed has it. */
    public boolean isNet(long seed) {
        return netting.equals("UNKNOWN") ? Math.floorMod(seed, 2L) == 0 : netting.equals("NET");
    }

    /** Whether it ships to that country. */
    public boolean shipsTo(String countryCode) {
        return countries.isEmpty() || countries.contains(countryCode);
    }
}
