package dev.baton.world.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who sells what. Each supplier has a family of SKUs nobody else has (its initial and a number); the P family is sold
 * by several; S, C, W and parts of Q are the short ones; the T family is shown by one who has next to none of it.
 */
public final class Market {

    /** SKUs in each supplier's own family, and in the common one. */
    static final int FAMILY = 8;

    static final int COMMON = 40;

    /** Common SKUs of a demo that lives on: about 200 with the families. */
    static final int LIVING_COMMON = 144;

    /** Those who take their orders by mail, and what they read. */
    private static final Map<String, String> MAILED =
            Map.of("cobalt", "en", "dune", "es", "ember", "fr", "borealis", "de", "loom", "en", "moss", "en");

    /** Units a lying supplier's files show too many. */
    private static final int TOO_MANY = 40;

    private static final int PLENTY = 50_000;

    /** Whoever is away for the whole run. */
    public static final String AWAY = "umber";

    /** Sold for hardly more than it costs; the merchant wants more left of it. */
    public static final String SCARCELY_PAID = sku('N', 2);

    /** Units of each SKU that is scarce at suppliers whose stock comes by file, and orders for it. */
    static final int SCARCE_BY_FILE = 6;

    private static final List<String> EUROPE = List.of("DE", "FR", "NL", "GB");
    private static final List<String> EVERYWHERE = List.of();

    private static final Pattern LISTED = Pattern.compile("V-.*|[CQ]-5.*|[AQM]-00[1-4]|X-001");

    private record Seat(String country, String zone, String currency) {}

    private static final Seat EAST = new Seat("US", "America/New_York", "USD");
    private static final Seat WEST = new Seat("US", "America/Los_Angeles", "USD");
    private static final Seat GERMANY = new Seat("DE", "Europe/Berlin", "EUR");
    private static final Seat NORWAY = new Seat("NO", "Europe/Oslo", "NOK");

    private static final List<SupplierSheet> SUPPLIERS = List.of(
            sheet("acme", "Acme Outdoor", EAST, "NET", List.of("US", "CA"), "UPS"),
            sheet("borealis", "Borealis Versand", GERMANY, "GROSS", EUROPE, "DHL Express"),
            sheet("cobalt", "Cobalt Supply", WEST, "GROSS", List.of("US"), "USPS"),
            sheet("dune", "Dune Trading", WEST, "GROSS", EVERYWHERE, "UPS"),
            sheet("ember", "Ember Works", EAST, "GROSS", EVERYWHERE, "FedEx"),
            sheet("fjord", "Fjord Handel", NORWAY, "GROSS", EVERYWHERE, "Posten Norge"),
            sheet("garnet", "Garnet Goods", EAST, "NET", EVERYWHERE, "UPS"),
            sheet("harbor", "Harbor Kontor", GERMANY, "NET", EUROPE, "DHL Express"),
            sheet("iris", "Iris & Sons", EAST, "GROSS", EVERYWHERE, "USPS"),
            sheet("juniper", "Juniper Direct", WEST, "GROSS", EVERYWHERE, "USPS"),
            sheet("kelp", "Kelp & Co", WEST, "GROSS", EVERYWHERE, "UPS"),
            sheet("loom", "Loom Textiles", EAST, "GROSS", EVERYWHERE, "USPS"),
            sheet("moss", "Moss Mill", EAST, "UNKNOWN", EVERYWHERE, "UPS"),
            sheet("quartz", "Quartz Imports", WEST, "NET", EVERYWHERE, "USPS"),
            sheet("tansy", "Tansy Garden", WEST, "GROSS", EVERYWHERE, "USPS"),
            sheet("umber", "Umber Atelier", EAST, "GROSS", EVERYWHERE, "UPS"));

    private final Map<String, SupplierSheet> suppliers = new LinkedHashMap<>();
    private final Map<String, Goods> goods = new LinkedHashMap<>();

    private final boolean named;

    private Market(Set<String> codes, boolean named) {
        SUPPLIERS.stream()
                .filter(sheet -> codes.isEmpty() || codes.contains(sheet.code()))
                .forEach(sheet -> suppliers.put(sheet.code(), sheet));
        this.named = named;
    }

    /**
     * The market of a demo that lives on: a prompt supplier, one that counts what lies on the shelf and reads German, a
     * slow one, one that rejects, one that is silent, and one that ships everywhere; goods with names.
     */
    static Market living() {
        Market market = new Market(Set.of("acme", "borealis", "cobalt", "dune", "fjord", "juniper"), true);
        // a mail takes a PDF; a month of them in a minute would be a month of nothing else
        market.suppliers.replaceAll((code, sheet) -> code.equals("borealis") ? sheet : sheet.byRest());
        market.families();
        market.common(LIVING_COMMON);
        market.rejected();
        market.nowhere();
        return market;
    }

    /** The market for so many orders of each short-stock plot. */
    static Market of(Map<Plot, Integer> counts) {
        Market market = new Market(Set.of(), false);
        market.families();
        market.common(COMMON);
        market.bundles();
        market.rejected();
        market.lied();
        for (int i = 1; i <= counts.getOrDefault(Plot.SPLIT_LINE, 0); i++) {
            market.add(
                    sku('S', i),
                    30_00,
                    List.of(offer("acme", 'S', i, "11.00", 3), offer("juniper", 'S', i, "11.40", 4)));
        }
        for (int i = 1; i <= counts.getOrDefault(Plot.WAITING, 0); i++) {
            market.add(
                    sku('W', i), 25_00, List.of(offer("acme", 'W', i, "9.00", 0), offer("juniper", 'W', i, "9.40", 0)));
        }
        market.scarce(counts.getOrDefault(Plot.SCARCE, 0));
        market.lastUnits(counts.getOrDefault(Plot.LAST_UNIT, 0));
        market.scarceByFile(counts.getOrDefault(Plot.SCARCE_BY_FILE, 0));
        market.nowhere();
        return market;
    }

    /** What leads to a hold: sold nowhere, for too little, by nobody who wants to, by one who is away. */
    private void nowhere() {
        add(sku('N', 1), 20_00, List.of(new Goods.Offer("juniper", "JU-N001", "7.00", PLENTY, List.of("JP"))));
        add(SCARCELY_PAID, 20_00, List.of(offer("juniper", 'N', 2, "17.00", PLENTY)));
        add(
                sku('N', 3),
                60_00,
                List.of(
                        offer("dune", 'N', 3, "4.00", PLENTY),
                        offer("garnet", 'N', 3, "5.00", PLENTY),
                        offer("iris", 'N', 3, "6.00", PLENTY),
                        offer("juniper", 'N', 3, "7.00", PLENTY),
                        offer("ember", 'N', 3, "8.00", PLENTY)));
        if (suppliers.containsKey(AWAY)) {
            add(sku('N', 4), 30_00, List.of(offer(AWAY, 'N', 4, "9.00", PLENTY)));
        }
    }

    /** Whether somebody has a family of that initial. */
    boolean hasFamily(char initial) {
        return goods.containsKey(sku(initial, 1));
    }

    /** What a customer reads of a line: its own title, of a bundle the titles of its parts. */
    public Set<String> titles(OrderScript.Line line) {
        Set<String> titles = new LinkedHashSet<>();
        for (OrderScript.Part part : line.parts()) {
            Goods goods = this.goods.get(part.sku());
            titles.add(line.isBundle() && goods != null ? goods.title() : line.title());
        }
        return titles.isEmpty() ? Set.of(line.title()) : titles;
    }

    /** Whether some suppliers take their orders by mail. */
    static boolean isMailed() {
        return !MAILED.isEmpty();
    }

    /** Everyone who sells, by code. */
    public Map<String, SupplierSheet> suppliers() {
        return suppliers;
    }

    /** Everything the merchant lists, by SKU. */
    public Map<String, Goods> goods() {
        return goods;
    }

    /** The supplier of that code. */
    public SupplierSheet supplier(String code) {
        SupplierSheet sheet = suppliers.get(code);
        if (sheet == null) {
            throw new IllegalArgumentException("no supplier " + code);
        }
        return sheet;
    }

    /** The goods of that SKU. */
    Goods require(String sku) {
        Goods found = goods.get(sku);
        if (found == null) {
            throw new IllegalArgumentException("no goods " + sku);
        }
        return found;
    }

    /** Codes of those who may ship the SKU to the country. */
    Set<String> shippers(String sku, String country) {
        Set<String> codes = new LinkedHashSet<>();
        for (Goods.Offer offer : require(sku).offers()) {
            boolean there = offer.countries().isEmpty() || offer.countries().contains(country);
            if (there && supplier(offer.supplier()).shipsTo(country)) {
                codes.add(offer.supplier());
            }
        }
        return codes;
    }

    static String sku(char family, int number) {
        return String.format(Locale.ROOT, "%c-%03d", family, number);
    }

    private void families() {
        for (SupplierSheet sheet : suppliers.values()) {
            char initial = Character.toUpperCase(sheet.code().charAt(0));
            for (int i = 1; i <= FAMILY; i++) {
                add(
                        sku(initial, i),
                        2000 + 500L * i,
                        List.of(offer(sheet.code(), initial, i, (5 + i) + ".25", PLENTY)));
            }
        }
    }

    private void common(int count) {
        List<String> sellers = List.of("acme", "borealis", "cobalt", "juniper", "harbor");
        for (int i = 1; i <= count; i++) {
            List<Goods.Offer> offers = new ArrayList<>();
            offers.add(offer("juniper", 'P', i, (8 + i % 7) + ".80", PLENTY));
            for (int s = 0; s < sellers.size(); s++) {
                if ((i + s) % 2 == 0 && !sellers.get(s).equals("juniper")) {
                    offers.add(offer(sellers.get(s), 'P', i, (7 + (i + s) % 6) + ".45", PLENTY));
                }
            }
            add(sku('P', i), 1500 + 250L * (i % 20), offers);
        }
    }

    private void bundles() {
        bundle(1, Map.of(sku('A', 1), 2, sku('J', 1), 1));
        bundle(2, Map.of(sku('J', 2), 1, sku('J', 3), 2));
        bundle(3, Map.of(sku('B', 1), 1, sku('J', 4), 1));
        bundle(4, Map.of(sku('P', 2), 1, sku('P', 4), 1));
    }

    private void bundle(int number, Map<String, Integer> parts) {
        String sku = sku('X', number);
        goods.put(sku, new Goods(sku, "Set " + number, 0, 60_00, parts, List.of()));
    }

    /** Cheapest by far where it will be rejected, so that everybody asks there first. */
    private void rejected() {
        for (int i = 1; i <= FAMILY; i++) {
            String sku = sku('R', i);
            add(
                    sku,
                    45_00,
                    List.of(
                            offer("dune", 'R', i, "4.00", PLENTY),
                            offer("juniper", 'R', i, "15.00", PLENTY),
                            offer("ember", 'R', i, "16.50", PLENTY)));
        }
    }

    /** Twelve units of each scarce SKU for twelve orders: six with a net feed, six with a gross one. */
    private void scarce(int orders) {
        int left = orders;
        for (int i = 1; left > 0; i++) {
            int units = Math.min(12, left);
            int atAcme = units / 2;
            add(
                    sku('C', 500 + i),
                    35_00,
                    List.of(
                            offer("acme", 'C', 500 + i, "12.00", atAcme),
                            offer("cobalt", 'C', 500 + i, "12.60", units - atAcme)));
            left -= units;
        }
    }

    /** Cheapest by far where there is one of each and the stock file shows {@value #TOO_MANY} more. */
    private void lied() {
        for (int i = 1; i <= FAMILY; i++) {
            add(
                    sku('T', i),
                    45_00,
                    List.of(offer("tansy", 'T', i, "4.00", 1), offer("juniper", 'T', i, "15.00", PLENTY)));
        }
    }

    /** One unit of each in the world, in turn with one whose figure is net, one gross, and one that lays files. */
    private void lastUnits(int orders) {
        List<String> sellers = List.of("acme", "quartz", "cobalt");
        for (int i = 1; i <= orders; i++) {
            add(sku('V', i), 40_00, List.of(offer(sellers.get(i % sellers.size()), 'V', i, "13.00", 1)));
        }
    }

    /**
     * What shops list, and so count: all that is scarce, some of what is plenty at a supplier of each kind, and a bundle.
     * Other SKUs are sold without being counted.
     */
    public List<Goods> listed() {
        return goods.values().stream()
                .filter(each -> LISTED.matcher(each.sku()).matches())
                .toList();
    }

    /** Six units of each for six orders: three at either of two suppliers whose stock comes by file. */
    private void scarceByFile(int orders) {
        int left = orders;
        for (int i = 1; left > 0; i++) {
            int units = Math.min(SCARCE_BY_FILE, left);
            int atMoss = units / 2;
            add(
                    sku('Q', 500 + i),
                    36_00,
                    List.of(
                            offer("moss", 'Q', 500 + i, "12.20", atMoss),
                            offer("quartz", 'Q', 500 + i, "12.40", units - atMoss)));
            left -= units;
        }
    }

    private void add(String sku, long priceCents, List<Goods.Offer> offers) {
        int grams = 200 + Math.floorMod(sku.hashCode(), 9) * 100;
        String title = named ? Wares.title(goods.size()) : "Article " + sku;
        List<Goods.Offer> here = offers.stream()
                .filter(offer -> suppliers.containsKey(offer.supplier()))
                .toList();
        goods.put(sku, new Goods(sku, title, grams, priceCents, Map.of(), here));
    }

    private static Goods.Offer offer(String supplier, char family, int number, String cost, int onHand) {
        String prefix = supplier.substring(0, 2).toUpperCase(Locale.ROOT);
        String supplierSku = String.format(Locale.ROOT, "%s-%c%03d", prefix, family, number);
        return new Goods.Offer(supplier, supplierSku, cost, onHand, List.of());
    }

    private static SupplierSheet sheet(
            String code, String name, Seat seat, String netting, List<String> countries, String carrier) {
        return new SupplierSheet(
                code,
                name,
                seat.currency(),
                seat.zone(),
                seat.country(),
                !code.equals("harbor"),
                code.equals("fjord") ? 2 : 4,
                netting,
                300,
                120,
                "1.50",
                countries,
                carrier,
                "Plain carton, no " + name + " logo",
                "Packing slip with the store's name",
                "Order reference on the label of every parcel (" + code + ")",
                MAILED.get(code),
                code.equals("cobalt") ? SupplierSheet.Temper.SLOW : SupplierSheet.Temper.PROMPT,
                switch (code) {
                    case "kelp" -> SupplierSheet.Start.WATCHED;
                    case "loom" -> SupplierSheet.Start.OLD_ADDRESS;
                    default -> SupplierSheet.Start.READY;
                },
                switch (code) {
                    case "moss" -> SupplierSheet.StockBy.SFTP;
                    case "quartz", "tansy" -> SupplierSheet.StockBy.HTTPS;
                    case "ember" -> SupplierSheet.StockBy.PAGE;
                    default -> SupplierSheet.StockBy.REST;
                },
                code.equals("tansy") ? TOO_MANY : 0);
    }
}
