package dev.baton.world.supplier;

/** What a supplier says when it is asked whether a stock file is right. */
public enum WordOnFile {
    RIGHT,
    WRONG,
    /** Nothing: whoever broke the file for the sake of trying decides about it. */
    NOTHING
}
