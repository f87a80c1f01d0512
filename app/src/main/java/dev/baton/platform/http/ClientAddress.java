package dev.baton.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who calls, for limits per caller. It is the address the connection comes from. Where that is a proxy the operator
 * trusts ({@code --trusted-proxies}, by default none), it is the last address of {@code X-Forwarded-For} that is not a
 * trusted proxy itself: each proxy adds at the right whom it heard from, and what stands further left anybody may have
 * written.
 */
@Component
public final class ClientAddress {

    private static final String FORWARDED = "X-Forwarded-For";

    /** Proxies one behind the other that are looked past. */
    private static final int MOST_HOPS = 10;

    /** What one caller is given of the new addresses, RFC 6177: whoever has one has them all. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private static final int IPV6_BYTES = 16;
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SCOPE = Pattern.compile("%.*$");
    private static final Pattern IPV4_WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}");
    private static final Pattern IPV6_IN_BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.]+)](:[0-9]{1,5})?");

    private final List<AddressRange> trusted;

    /** Trusts proxies in these ranges, written with commas between. */
    public ClientAddress(@Value("${baton.trusted-proxies:}") String trusted) {
        this.trusted = AddressRange.list(trusted);
    }

    /** The caller in one spelling: an IPv4 address, or the /64 network of an IPv6 address. */
    public String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), Collections.list(request.getHeaders(FORWARDED)));
    }

    /** As above, of the connection's address and the lines of the header. */
    String of(String connection, List<String> forwarded) {
        InetAddress caller = InetAddress.ofLiteral(SCOPE.matcher(connection).replaceFirst(""));
        List<String> hops = forwarded.stream().flatMap(COMMA::splitAsStream).toList();
        int looked = 0;
        for (String hop : hops.reversed()) {
            if (!isTrusted(caller) || ++looked > MOST_HOPS) {
                break;
            }
            try {
                caller = InetAddress.ofLiteral(bare(hop.strip()));
            } catch (IllegalArgumentException unreadable) {
                break;
            }
        }
        return spelled(caller);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.holds(address));
    }

    private static String bare(String hop) {
        var four = IPV4_WITH_PORT.matcher(hop);
        if (four.matches()) {
            return four.group(1);
        }
        var six = IPV6_IN_BRACKETS.matcher(hop);
        return six.matches() ? six.group(1) : hop;
    }

    private static String spelled(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != IPV6_BYTES) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, IPV6_NETWORK_BYTES, IPV6_BYTES, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }
}
