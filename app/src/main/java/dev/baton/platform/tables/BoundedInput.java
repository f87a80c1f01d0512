package dev.baton.platform.tables;

import dev.baton.platform.Problem;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses the byte after the last that is allowed. */
final class BoundedInput extends FilterInputStream {

    private final long most;
    private final String what;
    private long read;

    BoundedInput(InputStream in, long most, String what) {
        super(in);
        this.most = most;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int many = super.read(bytes, offset, length);
        if (many > 0) {
            count(many);
        }
        return many;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int many) {
        read += many;
        if (read > most) {
            throw new Problem(
                    TableProblem.TABLE_TOO_LARGE,
                    what + " has more than " + most + " bytes: split it into several files.");
        }
    }
}
