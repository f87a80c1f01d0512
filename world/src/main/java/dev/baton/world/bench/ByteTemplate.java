package dev.baton.world.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A text with slots ({@code {{name}}}) that is filled by copying bytes: the cheapest way to many similar texts. */
final class ByteTemplate {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z0-9_]+)}}");

    /** One more than slots: a literal before each slot and one after the last. */
    private final List<byte[]> literals = new ArrayList<>();

    private final List<Integer> slots = new ArrayList<>();
    private final Map<String, Integer> slotNumbers = new HashMap<>();

    ByteTemplate(String text) {
        var matcher = SLOT.matcher(text);
        int end = 0;
        while (matcher.find()) {
            literals.add(text.substring(end, matcher.start()).getBytes(StandardCharsets.UTF_8));
            slots.add(slotNumbers.computeIfAbsent(matcher.group(1), name -> slotNumbers.size()));
            end = matcher.end();
        }
        literals.add(text.substring(end).getBytes(StandardCharsets.UTF_8));
    }

    Filling filling() {
        return new Filling(new byte[slotNumbers.size()][]);
    }

    /** The values of one text; may be filled again and again. Not safe for two threads. */
    final class Filling {

        private final byte[][] values;

        private Filling(byte[][] values) {
            this.values = values;
        }

        Filling set(String slot, String value) {
            return set(slot, value.getBytes(StandardCharsets.UTF_8));
        }

        Filling set(String slot, long value) {
            return set(slot, Long.toString(value));
        }

        Filling set(String slot, byte[] value) {
            var number = slotNumbers.get(slot);
            if (number == null) {
                throw new IllegalArgumentException("no slot named " + slot);
            }
            values[number] = value;
            return this;
        }

        /**
         * Copies the text with all slots filled to {@code target}.
         *
         * @return the position behind the last byte
         */
        int writeTo(byte[] target, int start) {
            int at = start;
            for (int i = 0; i < slots.size(); i++) {
                at = copy(literals.get(i), target, at);
                at = copy(values[slots.get(i)], target, at);
            }
            return copy(literals.getLast(), target, at);
        }

        private static int copy(byte[] source, byte[] target, int at) {
            System.arraycopy(source, 0, target, at, source.length);
            return at + source.length;
        }
    }
}
