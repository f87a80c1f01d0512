package dev.baton.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks a host up for a connection and refuses what lies inside an own network. It is asked once for each connection,
 * and the connection goes to the very addresses it answered: a name that changes in between reaches nothing.
 */
final class AllowedAddresses implements DnsResolver {

    /** A host of the own network was asked for. */
    static final class Inside extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        private Inside(String host) {
            super(host);
        }
    }

    private AllowedAddresses() {}

    /** Every address, for an operator who allows the own network. */
    static DnsResolver any() {
        return SystemDefaultDnsResolver.INSTANCE;
    }

    /** Addresses of the public internet only. */
    static DnsResolver publicOnly() {
        return new AllowedAddresses();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            if (!isPublic(address)) {
                throw new Inside(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    /** By IANA's registries of special-purpose addresses (RFC 6890 and what was added since). */
    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (bytes.length == 4) {
            boolean thisNetwork = first == 0;
            boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
            boolean protocolAssignments = first == 192 && second == 0 && bytes[2] == 0;
            boolean benchmarking = first == 198 && (second & 0xfe) == 18;
            boolean reserved = first >= 240;
            return !(thisNetwork || carrierGrade || protocolAssignments || benchmarking || reserved);
        }
        boolean uniqueLocal = (first & 0xfe) == 0xfc;
        boolean translated = first == 0 && second == 0x64;
        return !(uniqueLocal || translated);
    }
}
