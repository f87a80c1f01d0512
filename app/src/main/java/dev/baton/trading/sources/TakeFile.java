package dev.baton.trading.sources;

import java.io.IOException;
import java.io.InputStream;

/** Keeps a file that is fetched; it is called without an open transaction and reads to the end of the bytes. */
@FunctionalInterface
public interface TakeFile {

    /**
     * Keeps it for good, or not at all.
     *
     * @throws IOException when the bytes break off
     */
    void take(String name, String mediaType, InputStream bytes) throws IOException;
}
