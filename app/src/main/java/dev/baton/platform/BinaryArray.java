package dev.baton.platform;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's binary form of a one-dimensional array (what {@code array_recv} reads): a head of five integers, then
 * each element as its length and its bytes, length -1 for null. Neither side writes or reads numbers as text.
 */
final class BinaryArray {

    private static final int INT = Integer.BYTES;
    private static final int HEAD = 5 * INT;
    private static final int NULL = -1;

    private BinaryArray() {}

    /** Elements that all take {@code width} bytes; {@code put} writes one. */
    static <T> byte[] fixed(
            int elementType, Collection<? extends @Nullable T> values, int width, BiConsumer<ByteBuffer, T> put) {
        int nulls = nulls(values);
        ByteBuffer array =
                ByteBuffer.allocate(HEAD + values.size() * INT + Math.multiplyExact(values.size() - nulls, width));
        head(array, elementType, values.size(), nulls > 0);
        for (T value : values) {
            if (value == null) {
                array.putInt(NULL);
            } else {
                array.putInt(width);
                put.accept(array, value);
            }
        }
        return array.array();
    }

    /** Elements of any length. */
    static byte[] variable(int elementType, List<byte @Nullable []> values) {
        int size = HEAD;
        for (byte[] value : values) {
            size = Math.addExact(size, INT + (value == null ? 0 : value.length));
        }
        ByteBuffer array = ByteBuffer.allocate(size);
        head(array, elementType, values.size(), nulls(values) > 0);
        for (byte[] value : values) {
            if (value == null) {
                array.putInt(NULL);
            } else {
                array.putInt(value.length).put(value);
            }
        }
        return array.array();
    }

    private static int nulls(Collection<?> values) {
        int nulls = 0;
        for (Object value : values) {
            if (value == null) {
                nulls++;
            }
        }
        return nulls;
    }

    /** Dimensions, whether there are nulls, type of the elements, length, first index. */
    private static void head(ByteBuffer array, int elementType, int length, boolean hasNulls) {
        array.putInt(1)
                .putInt(hasNulls ? 1 : 0)
                .putInt(elementType)
                .putInt(length)
                .putInt(1);
    }
}
