package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/** A request whose body ends with a refusal where it grows beyond the limit, whatever length it announced. */
final class LimitedBody extends HttpServletRequestWrapper {

    /** Most bytes of a body: a full stock run of 200,000 rows fits. */
    static final int MOST_BYTES = 24 * 1024 * 1024;

    LimitedBody(HttpServletRequest request) {
        super(request);
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
    }

    private static Problem tooLarge() {
        return new Problem(
                CommonProblem.TOO_LARGE, "A body may have " + MOST_BYTES + " bytes: send it in several calls.");
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long seen;

        Counted(ServletInputStream body) {
            this.body = body;
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
            if (seen > MOST_BYTES) {
                throw tooLarge();
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
