package dev.baton.sourcing;

/** A complete plan, and how good it is. */
final class Plan {
    /** One option per depth, or {@link Options#NONE} for a line left unfilled; never changed once the plan exists. */
    final int[] choice;
    /** Lines left unfilled, weighted, plus lines divided; the lower the better, before any cost. */
    final int rank;
    /** In book micros, with the split penalty also counted for the first purchase order. */
    final long cost;

    Plan(int[] choice, int rank, long cost) {
        this.choice = choice;
        this.rank = rank;
        this.cost = cost;
    }

    boolean isBetterThan(Plan other) {
        return rank < other.rank || (rank == other.rank && cost < other.cost);
    }
}
