package dev.baton.platform.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which addresses may be reached from here, for ways out other than HTTP; the same rule as {@link OutboundHttp}'s. */
@Component
public final class OutboundAddresses {

    private final DnsResolver resolver;

    OutboundAddresses(@Value("${baton.outbound.allow-private:false}") boolean allowPrivate) {
        this.resolver = allowPrivate ? AllowedAddresses.any() : AllowedAddresses.publicOnly();
    }

    /**
     * Looks a host up; connect to the very address that is answered.
     *
     * @throws UnknownHostException when there is none, or it lies inside an own network and that is not allowed
     */
    public InetAddress resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(host);
        if (found.length == 0) {
            throw new UnknownHostException(host);
        }
        return found[0];
    }
}
