package dev.baton.api;

import dev.baton.platform.documents.PackingStream;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;

/** A request whose body is copied as it is read. */
final class CopiedBody extends HttpServletRequestWrapper {

    private static final int BUFFER_BYTES = 16 * 1024;
    private static final String FORM = "application/x-www-form-urlencoded";

    private final PackingStream copy;

    CopiedBody(HttpServletRequest request, PackingStream copy) {
        super(request);
        this.copy = copy;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Copying(super.getInputStream());
    }

    /** Whether the server itself reads the body as soon as somebody asks for a parameter; nobody else can then. */
    boolean isForm() {
        String type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
    }

    /** Reads what nobody has read, as far as it is kept. */
    void readOn() throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        ServletInputStream rest = getInputStream();
        while (!copy.isFull() && rest.read(buffer) >= 0) {
            // the copy has it
        }
    }

    private final class Copying extends ServletInputStream {

        private final ServletInputStream body;

        Copying(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            if (read >= 0) {
                copy.write(read);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            if (read > 0) {
                copy.write(bytes, offset, read);
            }
            return read;
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
