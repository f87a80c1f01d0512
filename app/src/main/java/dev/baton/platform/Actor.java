package dev.baton.platform;

import java.util.UUID;

/** Who does an act: named in every audit row. */
public sealed interface Actor {

    /** A signed-in person. */
    record Person(UUID person) implements Actor {}

    /** A merchant's API key. */
    record Key(UUID key) implements Actor {}

    /** A supplier, by its key or link. */
    record Supplier(UUID supplier) implements Actor {}

    /** A customer, by the link in a mail about that sales order. */
    record Customer(UUID order) implements Actor {}

    /** Baton itself: the part of it that acts, such as {@code store:shopify} or {@code work}. */
    record SystemActor(String part) implements Actor {}

    /** The word for the kind of actor, as stored. */
    default String kind() {
        return switch (this) {
            case Person ignored -> "person";
            case Key ignored -> "key";
            case Supplier ignored -> "supplier";
            case Customer ignored -> "customer";
            case SystemActor ignored -> "system";
        };
    }

    /** The actor's id or part, as stored. */
    default String id() {
        return switch (this) {
            case Person p -> p.person().toString();
            case Key k -> k.key().toString();
            case Supplier s -> s.supplier().toString();
            case Customer c -> c.order().toString();
            case SystemActor s -> s.part();
        };
    }
}
