package dev.baton.world.supplier;

/** How a supplier lets Baton know its stock. */
interface TellsStock {

    /** Tells it now, where there is something to tell. */
    void tell();

    /** Tells that nothing is left of anything, as a broken export does; a person who is asked makes no such mistake. */
    default void tellNothingIsLeft() {
        // asked for by a page
    }

    /** Whether what it told last is what it meant to tell. */
    default boolean isRight() {
        return true;
    }
}
