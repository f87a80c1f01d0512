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
            if (OwnNetwork.holds(address)) {
                throw new Inside(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
