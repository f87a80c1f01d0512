package dev.baton.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of this machine, its network and other special ranges from those of the public internet.
 * Source: IANA special-purpose address registries for IPv4 and IPv6.
 */
final class OwnNetwork {

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int SIX_TO_FOUR_AT = 2;

    private OwnNetwork() {}

    static boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (bytes.length == 4 ? isSpecial4(bytes) : isSpecial6(bytes));
    }

    private static boolean isSpecial4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean thisNetwork = first == 0;
        boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
        boolean protocols = first == 192 && second == 0 && bytes[2] == 0;
        boolean benchmarks = first == 198 && (second & 0xfe) == 18;
        boolean reserved = first >= 240;
        return thisNetwork || carrierGrade || protocols || benchmarks || reserved;
    }

    private static boolean isSpecial6(byte[] bytes) {
        boolean uniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean sixToFour = bytes[0] == 0x20 && bytes[1] == 0x02;
        boolean translated = Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length);
        boolean compatible = Arrays.equals(bytes, 0, NAT64.length, new byte[NAT64.length], 0, NAT64.length);
        return uniqueLocal
                || (sixToFour && holdsEmbedded(bytes, SIX_TO_FOUR_AT))
                || ((translated || compatible) && holdsEmbedded(bytes, NAT64.length));
    }

    private static boolean holdsEmbedded(byte[] bytes, int at) {
        try {
            return holds(InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4)));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
