package dev.baton;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The machine Baton stands on, as far as the doctor looks at it. */
interface Machine {

    /** The version of the Java that runs this. */
    Runtime.Version java();

    /**
     * Bytes that may still be written where that folder lies.
     *
     * @param there a folder that exists
     */
    long freeBytes(Path there) throws IOException;

    /** The time of day of this machine. */
    Clock clock();

    /** The one this runs on. */
    static Machine ours() {
        return new Ours();
    }

    /** As Java tells of it. */
    record Ours() implements Machine {

        @Override
        public Runtime.Version java() {
            return Runtime.version();
        }

        @Override
        public long freeBytes(Path there) throws IOException {
            return Files.getFileStore(there).getUsableSpace();
        }

        @Override
        public Clock clock() {
            return Clock.systemUTC();
        }
    }
}
