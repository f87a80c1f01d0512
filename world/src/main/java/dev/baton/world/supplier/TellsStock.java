package dev.baton.world.supplier;

/** How a supplier lets Baton know its stock. */
interface TellsStock {

    /** Tells it now, where there is something to tell. */
    void tell();

    /** Whether what it told last is what it meant to tell. */
    default boolean isRight() {
        return true;
    }
}
