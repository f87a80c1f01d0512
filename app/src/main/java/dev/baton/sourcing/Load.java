package dev.baton.sourcing;

/** What a plan under construction takes from offers and lanes, and what it costs at least from there on. */
final class Load {
    /** Lines served by each lane's purchase order. */
    final int[] uses;

    private final Options options;
    private final Lane[] lanes;
    private final long[] opening;
    private final boolean monotone;
    private final int[] left;
    private final long[] grams;
    private final long[] shipping;
    private long cost;

    Load(Market market, PlanSpace space) {
        options = space.options;
        lanes = space.lanes;
        opening = space.opening;
        monotone = space.monotone;
        uses = new int[lanes.length];
        grams = new long[lanes.length];
        shipping = new long[lanes.length];
        left = new int[market.offers.length];
        for (int offer = 0; offer < left.length; offer++) {
            left[offer] = market.offers[offer].available();
        }
    }

    /** Cost so far, never more than what it will be after further options. */
    long cost() {
        return cost;
    }

    /** Cost if nothing is added any more. */
    long finalCost() {
        long sum = cost;
        for (int lane = 0; !monotone && lane < lanes.length; lane++) {
            if (uses[lane] > 0 && !lanes[lane].monotone) {
                sum += lanes[lane].price(grams[lane]) - shipping[lane];
            }
        }
        return sum;
    }

    int left(int offer) {
        return left[offer];
    }

    /** What the lane's consignment costs at least from here on. */
    long shipping(int lane) {
        return shipping[lane];
    }

    long grams(int lane) {
        return grams[lane];
    }

    boolean fits(int option) {
        int a = options.laneA[option];
        int b = options.laneB[option];
        return left[options.offerA[option]] >= options.unitsA[option]
                && lanes[a].carries(grams[a] + options.gramsA[option])
                && (b == Options.NONE
                        || (left[options.offerB[option]] >= options.unitsB[option]
                                && lanes[b].carries(grams[b] + options.gramsB[option])));
    }

    void add(int option) {
        cost += options.cost[option];
        left[options.offerA[option]] -= options.unitsA[option];
        load(options.laneA[option], options.gramsA[option]);
        if (options.offerB[option] != Options.NONE) {
            left[options.offerB[option]] -= options.unitsB[option];
            load(options.laneB[option], options.gramsB[option]);
        }
    }

    void remove(int option) {
        cost -= options.cost[option];
        left[options.offerA[option]] += options.unitsA[option];
        unload(options.laneA[option], options.gramsA[option]);
        if (options.offerB[option] != Options.NONE) {
            left[options.offerB[option]] += options.unitsB[option];
            unload(options.laneB[option], options.gramsB[option]);
        }
    }

    private void load(int lane, long weight) {
        if (uses[lane]++ == 0) {
            cost += opening[lane];
        }
        grams[lane] += weight;
        long price = lanes[lane].floor(grams[lane]);
        cost += price - shipping[lane];
        shipping[lane] = price;
    }

    private void unload(int lane, long weight) {
        grams[lane] -= weight;
        long price = 0;
        if (--uses[lane] == 0) {
            cost -= opening[lane];
        } else {
            price = lanes[lane].floor(grams[lane]);
        }
        cost += price - shipping[lane];
        shipping[lane] = price;
    }
}
