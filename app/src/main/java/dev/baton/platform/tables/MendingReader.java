package dev.baton.platform.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes a text. Where UTF-8 was taken for granted and a byte does not fit, that byte is read as Windows-1252: the
 * first accent of a Windows file may stand a million rows below its head. In other encodings it becomes U+FFFD.
 */
final class MendingReader extends Reader {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final boolean mends;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES).flip();
    private boolean ended;
    private boolean done;

    MendingReader(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.mends = charset.equals(StandardCharsets.UTF_8);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (!chars.hasRemaining()) {
            if (done) {
                return -1;
            }
            decode();
        }
        int many = Math.min(length, chars.remaining());
        chars.get(target, offset, many);
        return many;
    }

    private void decode() throws IOException {
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        if (result.isError()) {
            mend(result.length());
        } else if (result.isUnderflow()) {
            if (ended) {
                done = true;
            } else {
                fill();
            }
        }
        chars.flip();
    }

    /** The buffer may be full: then the sign waits for the next round. */
    private void mend(int length) {
        if (!chars.hasRemaining()) {
            return;
        }
        if (!mends) {
            bytes.position(bytes.position() + length);
            chars.put('\uFFFD');
            return;
        }
        byte[] one = {bytes.get()};
        chars.put(new String(one, Encoding.WINDOWS).charAt(0));
    }

    private void fill() throws IOException {
        bytes.compact();
        int many = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (many < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + many);
        }
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
