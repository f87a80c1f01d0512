package dev.baton.platform.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * In which encoding a text is, by its byte order mark, else by what its first bytes can and cannot be.
 *
 * @param mark bytes of the byte order mark, to be left out
 */
record Encoding(Charset charset, int mark) {

    static final Charset WINDOWS = Charset.forName("windows-1252");

    static Encoding of(byte[] first) {
        if (startsWith(first, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(first, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(first, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        int even = zeros(first, 0);
        int odd = zeros(first, 1);
        if (even + odd > first.length / 8) {
            return new Encoding(odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        }
        if (isUtf8(first)) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        return new Encoding(usesWhatWindowsLacks(first) ? StandardCharsets.ISO_8859_1 : WINDOWS, 0);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int from) {
        int zeros = 0;
        for (int i = from; i < bytes.length; i += 2) {
            if (bytes[i] == 0) {
                zeros++;
            }
        }
        return zeros;
    }

    /** A character that the sample's end cuts in two is no error. */
    private static boolean isUtf8(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false);
        return !result.isError();
    }

    private static boolean usesWhatWindowsLacks(byte[] bytes) {
        for (byte one : bytes) {
            switch (one & 0xFF) {
                case 0x81, 0x8D, 0x8F, 0x90, 0x9D -> {
                    return true;
                }
                default -> {
                    // both have it
                }
            }
        }
        return false;
    }
}
