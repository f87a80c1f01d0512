package dev.baton.world.story;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Everything one seed brings: the market and the script of every order. The same seed gives the same playbook. */
public final class Playbook {

    /**
     * Code of the store whose app sees everything, of another one that sells from the same stock, of the one whose app may
     * not see customers, and of the API one.
     */
    public static final String MAIN = "main";

    public static final String ANNEX = "annex";
    public static final String OUTLET = "outlet";
    public static final String DIRECT = "direct";

    /** Above this the merchant wants to look first. */
    public static final String VALUE_LIMIT = "2000.00";

    /** Where the merchant does not sell. */
    public static final String BLOCKED = "NZ";

    /** How the first orders for several suppliers are told, the last of them by the API: each way at least once. */
    private static final List<Telling> TELLINGS_OF_THE_FIRST =
            List.of(Telling.NEVER, Telling.DOUBLED, Telling.REORDERED, Telling.LATE_AGAIN, Telling.DOUBLED);

    private final Market market;
    private final Lines lines;
    private final Map<String, OrderScript> scripts = new LinkedHashMap<>();
    private final Map<Plot, Integer> used = new EnumMap<>(Plot.class);
    private final SplittableRandom random;
    private final People people;
    private final int common;
    private int toSeveral;
    private int index;

    private Playbook(Market market, long seed, String mailDomain, int common) {
        this.common = common;
        this.market = market;
        this.lines = new Lines(market);
        this.random = new SplittableRandom(seed);
        this.people = new People(random, mailDomain);
    }

    /**
     * The playbook of a seed: one of everything at least, whatever the seed, so that no run proves less than another.
     * Where {@code orders} is too few for that ({@link #fewest}), it has so many as that takes.
     */
    public static Playbook of(int orders, long seed) {
        return of(orders, seed, "example.com");
    }

    /** The same, with the customers' mailboxes under a domain. */
    public static Playbook of(int orders, long seed, String mailDomain) {
        Map<Plot, Integer> counts = PlotMix.counts(Math.max(orders, fewest()));
        Playbook book = new Playbook(Market.of(counts), seed, mailDomain, Market.COMMON);
        for (Plot plot : PlotMix.sequence(counts, seed)) {
            book.add(plot);
        }
        return book;
    }

    /** The playbook of a demo that lives on: a month of plain days and what goes wrong, at last what waits now. */
    public static Playbook living(int orders, long seed, String mailDomain) {
        Playbook book = new Playbook(Market.living(), seed, mailDomain, Market.LIVING_COMMON);
        LivingMix.sequence(orders, seed).forEach(book::add);
        return book;
    }

    /** The order placed beside that one in another store, or null where there is none. */
    public synchronized @Nullable OrderScript rival(OrderScript script) {
        return scripts.values().stream()
                .filter(other -> other.plot() == Plot.LAST_UNIT && script.id().equals(other.follows()))
                .findFirst()
                .orElse(null);
    }

    /** The fewest orders that have one of everything and their due share of several suppliers. */
    public static int fewest() {
        return PlotMix.fewest();
    }

    /** Who sells what. */
    public Market market() {
        return market;
    }

    /** The scripts written so far by the store's order id, in the order they are placed. */
    public synchronized Map<String, OrderScript> scripts() {
        return new LinkedHashMap<>(scripts);
    }

    /** The script of a store order, or null where there is none. */
    public synchronized @Nullable OrderScript find(String storeOrderId) {
        return scripts.get(storeOrderId);
    }

    /** The script of the order customers know by that number, or null where there is none. */
    public synchronized @Nullable OrderScript numbered(String number) {
        return scripts.values().stream()
                .filter(script -> Integer.toString(script.number()).equals(number))
                .findFirst()
                .orElse(null);
    }

    /** One more plain or many-supplier order, for a world that lives on after its playbook. */
    public OrderScript another() {
        return add(random.nextInt(3) == 0 ? Plot.MULTI_SUPPLIER : Plot.PLAIN);
    }

    private synchronized OrderScript add(Plot plot) {
        int turn = used.merge(plot, 1, Integer::sum);
        if (plot.isRepeat()) {
            return repeat(plot);
        }
        if (plot == Plot.LAST_UNIT) {
            OrderScript first = lastUnit(turn, MAIN, null);
            lastUnit(turn, ANNEX, first.id());
            return first;
        }
        index++;
        List<String> countries = Destinations.of(plot, turn);
        People.Person person = people.inOneOf(countries, index);
        Address shipTo = plot == Plot.HELD_BAD_ADDRESS ? spoiled(person.address(), turn) : person.address();
        String store = store(plot);
        List<Wish> wishes = wishes(plot, turn, shipTo.countryCode());
        OrderScript script = new OrderScript(
                id(store),
                number(store),
                store,
                plot,
                telling(plot, store),
                person.buyer(),
                shipTo,
                lines.of(wishes, shipTo.countryCode(), index),
                random.nextInt(5) == 0 ? "express" : "standard",
                random.nextInt(7) == 0 ? "With love to " + shipTo.firstName() + ", order " + index : null,
                (plot == Plot.HELD_UNPAID && turn == 2) || plot == Plot.REFUNDED_THEN_RELEASED,
                null,
                Changes.of(plot, turn));
        scripts.put(script.id(), script);
        return script;
    }

    /** Twice the same: the first goes its way, the second is held. */
    private OrderScript repeat(Plot plot) {
        OrderScript first = add(plot, Plot.PLAIN);
        index++;
        LineEnd end = switch (plot) {
            case REPEATED_BOTH_MEANT, REPEATED_UNANSWERED -> LineEnd.DELIVERED;
            case REPEATED_NOT_MEANT -> LineEnd.CANCELLED;
            default -> LineEnd.HELD;
        };
        List<Wish> wishes = first.lines().stream()
                .map(line -> new Wish(line.sku(), line.quantity(), end))
                .toList();
        OrderScript second = new OrderScript(
                id(MAIN),
                number(MAIN),
                MAIN,
                plot,
                Telling.ONCE,
                first.buyer(),
                first.shipTo(),
                lines.of(wishes, first.shipTo().countryCode(), index),
                first.shipMethod(),
                first.giftMessage(),
                plot.isAsked(),
                first.id(),
                null);
        scripts.put(second.id(), second);
        return second;
    }

    private OrderScript lastUnit(int turn, String store, @Nullable String beside) {
        index++;
        People.Person person = people.inOneOf(Destinations.STATES, index);
        List<Wish> wishes = one(Market.sku('V', turn), 1, LineEnd.DELIVERED);
        OrderScript script = new OrderScript(
                id(store),
                number(store),
                store,
                Plot.LAST_UNIT,
                Telling.ONCE,
                person.buyer(),
                person.address(),
                lines.of(wishes, person.address().countryCode(), index),
                "standard",
                null,
                false,
                beside,
                null);
        scripts.put(script.id(), script);
        return script;
    }

    /** An order of the one plot that takes the place of one of the other, told once. */
    private OrderScript add(Plot instead, Plot plot) {
        index++;
        People.Person person = people.inOneOf(Destinations.ANY, index);
        List<Wish> wishes =
                wishes(plot, used.getOrDefault(instead, 1), person.address().countryCode());
        OrderScript script = new OrderScript(
                id(MAIN),
                number(MAIN),
                MAIN,
                plot,
                Telling.ONCE,
                person.buyer(),
                person.address(),
                lines.of(wishes, person.address().countryCode(), index),
                "standard",
                null,
                false,
                null,
                null);
        scripts.put(script.id(), script);
        return script;
    }

    private List<Wish> wishes(Plot plot, int turn, String country) {
        return switch (plot) {
            case PLAIN,
                    HELD_UNPAID,
                    HELD_BAD_ADDRESS,
                    HELD_NO_DATA_PERMISSION,
                    HELD_TEST_ORDER,
                    HELD_BLOCKED_COUNTRY,
                    HELD_FRAUD_RISK -> plain(plot, turn);
            case MULTI_SUPPLIER -> many(country);
            case BUNDLE -> one(Market.sku('X', bundle(turn)), 1 + random.nextInt(2), LineEnd.DELIVERED);
            case SPLIT_LINE -> one(Market.sku('S', turn), 6, LineEnd.DELIVERED);
            case SCARCE -> one(Market.sku('C', 501 + (turn - 1) / 12), 1, LineEnd.DELIVERED);
            case SCARCE_BY_FILE -> one(Market.sku('Q', 501 + (turn - 1) / Market.SCARCE_BY_FILE), 1, LineEnd.DELIVERED);
            case LAST_UNIT -> throw new IllegalStateException("two stores have an order for it");
            case HELD_POSSIBLE_DUPLICATE, REPEATED_BOTH_MEANT, REPEATED_NOT_MEANT, REPEATED_UNANSWERED ->
                throw new IllegalStateException("it has what the order has that it repeats");
            case LIED_TO -> one(family('T'), 2, LineEnd.DELIVERED);
            case WAITING -> one(Market.sku('W', turn), 2, LineEnd.DELIVERED);
            case REJECTED_THEN_REROUTED -> one(family('R'), 1 + random.nextInt(3), LineEnd.DELIVERED);
            case REST_NOT_COMING -> one(family('R'), 3, LineEnd.DELIVERED);
            case PART_SHIPPED -> one(family('E'), 3 + random.nextInt(2), LineEnd.DELIVERED);
            case SILENT_THEN_ANSWERED -> one(family('F'), 1, LineEnd.DELIVERED);
            case SILENT_FOREVER -> one(family('F'), 2, LineEnd.SENT);
            case PARKED -> one(family('I'), 1, LineEnd.SENT);
            case PARKED_THEN_RESENT -> one(family('I'), 2, LineEnd.DELIVERED);
            case RETURNED_THEN_RESENT -> one(family('L'), 2, LineEnd.DELIVERED);
            case WATCHED_THEN_LIVE -> one(family('K'), 1, LineEnd.DELIVERED);
            case COSTS_MORE ->
                List.of(
                        new Wish(Market.sku('J', 1 + turn % 4), 2, LineEnd.DELIVERED),
                        new Wish(Market.sku('J', 5 + turn % 2), 1, LineEnd.DELIVERED),
                        new Wish(Market.sku('J', 7 + turn % 2), 1, LineEnd.DELIVERED));
            case CANCELLED_BEFORE_SEND, REFUNDED_BEFORE_SEND -> one(family('G'), 2, LineEnd.CANCELLED);
            case LINE_REMOVED_BEFORE_SEND ->
                List.of(
                        new Wish(Market.sku('G', 1 + turn % 4), 1, LineEnd.DELIVERED),
                        new Wish(Market.sku('J', 5 + turn % 4), 2, LineEnd.CANCELLED));
            case CANCELLED_AFTER_SEND -> one(family('C'), 1 + random.nextInt(2), LineEnd.CANCELLED);
            case SHIPPED_AFTER_CANCEL ->
                List.of(new Wish(family('A'), 2, LineEnd.CANCELLED), new Wish(family('J'), 1, LineEnd.CANCELLED));
            case CANCEL_TOO_LATE -> one(family('J'), 1, LineEnd.DELIVERED);
            case MOVED_BEFORE_SEND -> one(family('G'), 1, LineEnd.DELIVERED);
            case MOVED_AFTER_SEND -> one(family(turn % 2 == 1 ? 'A' : 'E'), 1, LineEnd.DELIVERED);
            case MOVED_TOO_LATE, RETURN_REFUNDED_AFTER_SHIP -> one(family('J'), 2, LineEnd.DELIVERED);
            case UNIT_REFUNDED_AFTER_SEND -> one(family('C'), 2, LineEnd.PART_CANCELLED);
            case CHANGED_BEFORE_SEND, CHANGED_AFTER_SEND, CHANGED_AFTER_SHIP -> changed(plot, turn);
            case HELD_UNKNOWN_SKU -> one("Z-UNLISTED-" + turn, 1, LineEnd.HELD);
            case HELD_NO_SUPPLIER -> one(Market.sku('N', 1), 1, LineEnd.HELD);
            case HELD_COUNTRY_CHANGED, HELD_BY_HAND -> one(family('G'), 1, LineEnd.HELD);
            case HELD_MARGIN_FLOOR -> one(Market.SCARCELY_PAID, 1, LineEnd.HELD);
            case HELD_REROUTE_LIMIT -> one(Market.sku('N', 3), 1, LineEnd.HELD);
            case HELD_SUPPLIER_AWAY -> one(Market.sku('N', 4), 1, LineEnd.HELD);
            case HELD_OVER_VALUE -> one(family('J'), 95, LineEnd.HELD);
            case HELD_REFUNDED -> one(family('G'), 1, LineEnd.HELD);
            case REFUNDED_THEN_RELEASED -> one(family('G'), 1, LineEnd.DELIVERED);
        };
    }

    private static List<Wish> changed(Plot plot, int turn) {
        char family = Changes.family(plot, turn);
        return Changes.wishes(
                Objects.requireNonNull(Changes.of(plot, turn)),
                Market.sku(family, 1 + turn % Market.FAMILY),
                Market.sku(family, 1 + (turn + 3) % Market.FAMILY));
    }

    private List<Wish> plain(Plot plot, int turn) {
        boolean held = plot != Plot.PLAIN && !(plot == Plot.HELD_UNPAID && turn == 2);
        LineEnd end = held ? LineEnd.HELD : LineEnd.DELIVERED;
        int first = 1 + random.nextInt(common);
        List<Wish> wishes = new ArrayList<>();
        wishes.add(new Wish(Market.sku('P', first), 1 + random.nextInt(3), end));
        if (random.nextInt(3) == 0) {
            wishes.add(new Wish(Market.sku('P', 1 + first % common), 1, end));
        }
        return wishes;
    }

    private List<Wish> many(String country) {
        List<Character> sellers = new ArrayList<>(
                switch (country) {
                    case "US" -> List.of('A', 'C', 'J', 'E', 'Q');
                    case "CA" -> List.of('A', 'J', 'E', 'M', 'Q');
                    default -> List.of('B', 'H', 'J', 'Q');
                });
        sellers.removeIf(seller -> !market.hasFamily(seller));
        int wanted = Math.min(sellers.size(), 2 + random.nextInt(2));
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            char seller = sellers.remove(random.nextInt(sellers.size()));
            wishes.add(new Wish(family(seller), 1 + random.nextInt(2), LineEnd.DELIVERED));
        }
        return wishes;
    }

    private static List<Wish> one(String sku, int quantity, LineEnd end) {
        return List.of(new Wish(sku, quantity, end));
    }

    private String family(char initial) {
        return Market.sku(market.hasFamily(initial) ? initial : 'J', 1 + random.nextInt(Market.FAMILY));
    }

    static int bundle(int turn) {
        return 1 + (turn - 1) % 4;
    }

    private static Address spoiled(Address address, int turn) {
        return address.withPostcode(turn % 2 == 1 ? "ABCDE" : "123");
    }

    private String store(Plot plot) {
        if (plot == Plot.HELD_NO_DATA_PERMISSION) {
            return OUTLET;
        }
        boolean anywhere = plot == Plot.PLAIN || plot == Plot.MULTI_SUPPLIER || plot == Plot.BUNDLE;
        boolean direct = anywhere && random.nextInt(7) == 0;
        if (plot == Plot.MULTI_SUPPLIER && ++toSeveral <= TELLINGS_OF_THE_FIRST.size()) {
            return toSeveral == TELLINGS_OF_THE_FIRST.size() ? DIRECT : MAIN;
        }
        return direct ? DIRECT : MAIN;
    }

    private Telling telling(Plot plot, String store) {
        boolean free = plot == Plot.PLAIN || plot == Plot.MULTI_SUPPLIER || plot == Plot.PART_SHIPPED;
        if (!free) {
            // webhooks say nothing of risk: such an order is met where the store is asked
            return plot == Plot.HELD_FRAUD_RISK ? Telling.NEVER : Telling.ONCE;
        }
        int chance = random.nextInt(100);
        if (plot == Plot.MULTI_SUPPLIER && toSeveral <= TELLINGS_OF_THE_FIRST.size()) {
            return TELLINGS_OF_THE_FIRST.get(toSeveral - 1);
        }
        if (store.equals(DIRECT)) {
            return chance < 20 ? Telling.DOUBLED : Telling.ONCE;
        }
        return chance < 8
                ? Telling.DOUBLED
                : chance < 12
                        ? Telling.LATE_AGAIN
                        : chance < 17 ? Telling.REORDERED : chance < 20 ? Telling.NEVER : Telling.ONCE;
    }

    private String id(String store) {
        return store.equals(DIRECT) ? "A" + (50_000 + index) : Long.toString(5_900_000_000_000L + index * 1000L);
    }

    private int number(String store) {
        return switch (store) {
            case OUTLET -> 90_000 + index;
            case ANNEX -> 30_000 + index;
            case DIRECT -> 70_000 + index;
            default -> 1000 + index;
        };
    }
}
