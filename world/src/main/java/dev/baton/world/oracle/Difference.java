package dev.baton.world.oracle;

/**
 * One deviation from script or ledger.
 *
 * @param what its sort in two or three words, such as {@code double send}
 * @param order the store's name of the order, empty where it concerns none
 * @param words one sentence that says what was expected and what was found
 */
public record Difference(String what, String order, String words) {

    @Override
    public String toString() {
        return what + (order.isEmpty() ? "" : " (" + order + ")") + ": " + words;
    }
}
