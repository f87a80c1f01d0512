package dev.baton.platform.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Network addresses that share their first bits, as {@code 10.0.0.0/8} or {@code 2001:db8::/32} says it; a single
 * address is a range of one.
 *
 * @param first any address of the range
 * @param bits how many bits from the left they share
 */
public record AddressRange(InetAddress first, int bits) {

    private static final int MOST_RANGES = 100;
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Reads a list with commas between; an empty text is an empty list. No name is looked up.
     *
     * @throws IllegalArgumentException naming the part that is no address and no range
     */
    public static List<AddressRange> list(String text) {
        List<AddressRange> ranges = new ArrayList<>();
        for (String part : COMMA.splitAsStream(text).map(String::strip).toList()) {
            if (!part.isEmpty()) {
                ranges.add(of(part));
            }
        }
        if (ranges.size() > MOST_RANGES) {
            throw new IllegalArgumentException("takes at most " + MOST_RANGES + " ranges");
        }
        return List.copyOf(ranges);
    }

    private static AddressRange of(String part) {
        int slash = part.indexOf('/');
        String address = slash < 0 ? part : part.substring(0, slash);
        String length = slash < 0 ? "" : part.substring(slash + 1);
        try {
            InetAddress first = InetAddress.ofLiteral(address);
            int most = first.getAddress().length * Byte.SIZE;
            if (slash < 0) {
                return new AddressRange(first, most);
            }
            if (BITS.matcher(length).matches() && Integer.parseInt(length) <= most) {
                return new AddressRange(first, Integer.parseInt(length));
            }
        } catch (IllegalArgumentException noAddress) {
            // refused below
        }
        throw new IllegalArgumentException(
                "takes addresses and ranges such as 10.0.0.1 or 10.0.0.0/8, not '" + part + "'");
    }

    /** Whether the address lies in it; one of the other family never does. */
    public boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
