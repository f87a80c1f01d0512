package dev.baton.world.story;

import java.util.List;

/** Where the customers of each plot live, so that the suppliers it needs ship there. */
final class Destinations {

    static final List<String> NORTH_AMERICA = List.of("US", "CA");
    static final List<String> STATES = List.of("US");
    static final List<String> EUROPE = List.of("DE", "FR", "NL", "GB");
    static final List<String> ANY = List.of();

    private Destinations() {}

    /** Country codes to choose from; empty = wherever the merchant sells. */
    static List<String> of(Plot plot, int turn) {
        return switch (plot) {
            case SPLIT_LINE, WAITING, SHIPPED_AFTER_CANCEL -> NORTH_AMERICA;
            case SCARCE, CANCELLED_AFTER_SEND, MOVED_AFTER_SEND, UNIT_REFUNDED_AFTER_SEND, HELD_COUNTRY_CHANGED ->
                STATES;
            case HELD_BLOCKED_COUNTRY -> List.of(Playbook.BLOCKED);
            case BUNDLE ->
                switch (Playbook.bundle(turn)) {
                    case 1 -> NORTH_AMERICA;
                    case 3 -> EUROPE;
                    default -> ANY;
                };
            case HELD_BAD_ADDRESS -> turn % 2 == 1 ? STATES : List.of("DE");
            default -> ANY;
        };
    }
}
