package dev.baton.world.feeds;

/** Where a supplier lays its stock files for the merchant to fetch. */
public interface FilePlace {

    /** Lays a file there, whole at once. */
    void lay(String name, byte[] content);

    /**
     * Begins to write a file under its own name: it grows a piece further each time somebody comes to look, until it is
     * whole. A place that shows only whole files lays it at once.
     */
    void write(String name, byte[] content);

    /** Lays the file that is there already once more: nothing tells it from the one before. */
    void again();

    /** What lies there now. */
    byte[] newest();
}
