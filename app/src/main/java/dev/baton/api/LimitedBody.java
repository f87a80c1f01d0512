package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.documents.LargeDocuments;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.regex.Pattern;

/** A request whose body ends with a refusal where it grows beyond the limit, whatever length it announced. */
final class LimitedBody extends HttpServletRequestWrapper {

    /** Most bytes of a body: a full stock run of 200,000 rows fits. */
    static final int MOST_BYTES = 24 * 1024 * 1024;

    private static final Pattern FILE = Pattern.compile(".*/(feeds|price-lists)/[^/]+/files");

    private final long most;

    LimitedBody(HttpServletRequest request) {
        super(request);
        this.most = isFile(request) ? LargeDocuments.MOST_BYTES : MOST_BYTES;
        if (request.getContentLengthLong() > most) {
            throw tooLarge(most);
        }
    }

    /** A stock file or a price list is stored as it comes in, and may be larger than memory. */
    static boolean isFile(HttpServletRequest request) {
        return FILE.matcher(request.getServletPath()).matches();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), most);
    }

    private static Problem tooLarge(long most) {
        return new Problem(CommonProblem.TOO_LARGE, "A body may have " + most + " bytes: send it in several calls.");
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long seen;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) {
            seen += bytes;
            if (seen > most) {
                throw tooLarge(most);
            }
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
