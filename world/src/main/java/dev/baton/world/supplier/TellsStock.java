package dev.baton.world.supplier;

/** How a supplier lets Baton know its stock. */
interface TellsStock {

    /** Tells it now, where there is something to tell. */
    void tell();

    /** Tells that nothing is left of anything, as a broken export does; a person who is asked makes no such mistake. */
    default void tellNothingIsLeft() {
        // asked for by a page
    }

    /**
     * What is said of a stock file.
     *
     * @param words what it is asked about, with the file's name in it where files have names of their own
     * @param bytes the file's size, by which one without a name of its own is known; 0 = not said
     */
    default WordOnFile wordOn(String words, int bytes) {
        return WordOnFile.RIGHT;
    }
}
