package dev.baton.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls, whoever stands in between and whatever they say. */
class ClientAddressTest {

    private final ClientAddress behindProxies = new ClientAddress("10.0.0.0/8, 192.0.2.1, 2001:db8:1::/48");

    @Test
    void believesNobodyUnlessTold() {
        assertThat(new ClientAddress("").of("203.0.113.5", List.of("198.51.100.7")))
                .isEqualTo("203.0.113.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.5   | 198.51.100.7                         | 203.0.113.5   | it comes from no trusted proxy
            10.1.2.3      | 198.51.100.7                         | 198.51.100.7  | the proxy says so
            10.1.2.3      | 203.0.113.66, 198.51.100.7           | 198.51.100.7  | the caller wrote the first itself
            10.1.2.3      | 203.0.113.66, 198.51.100.7, 10.9.9.9 | 198.51.100.7  | two proxies, one behind the other
            10.1.2.3      | 10.4.4.4, 10.5.5.5                   | 10.4.4.4      | somebody inside
            10.1.2.3      | not an address                       | 10.1.2.3      | nothing readable
            10.1.2.3      | 198.51.100.7, localhost              | 10.1.2.3      | no name is looked up
            192.0.2.1     | 198.51.100.7:4711                    | 198.51.100.7  | with a port
            192.0.2.2     | 198.51.100.7                         | 192.0.2.2     | beside the one trusted address
            2001:db8:1::9 | [2001:db8:2:3::4]:443                | 2001:db8:2:3:0:0:0:0/64 | the new addresses
            2001:db8:2::9 | 198.51.100.7                         | 2001:db8:2:0:0:0:0:0/64 | another network
            """)
    void looksPastTrustedProxiesOnly(String connection, String header, String caller, String why) {
        assertThat(behindProxies.of(connection, List.of(header))).as(why).isEqualTo(caller);
    }

    @Test
    void readsSeveralHeadersAsOneAndGivesUpAfterTenHops() {
        assertThat(behindProxies.of("10.1.1.1", List.of("198.51.100.7", "10.2.2.2, 10.3.3.3")))
                .isEqualTo("198.51.100.7");
        assertThat(behindProxies.of("10.1.1.1", List.of("198.51.100.7" + ", 10.2.2.2".repeat(10_000))))
                .isEqualTo("10.2.2.2");
    }

    @Test
    void takesAllAddressesOfOneNewNetworkForOneCaller() {
        ClientAddress direct = new ClientAddress("");

        assertThat(direct.of("2001:db8:2:3::1", List.of()))
                .isEqualTo(direct.of("2001:db8:2:3:ffff::2%eth0", List.of()))
                .isNotEqualTo(direct.of("2001:db8:2:4::1", List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/x", "2001:db8::/129", "10.0.0.0/-1"})
    void refusesARangeThatIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAddress(text))
                .withMessageContaining(text)
                .withMessageContaining("such as 10.0.0.1 or 10.0.0.0/8");
    }

    @Test
    void aRangeEndsInsideAByteToo() {
        AddressRange range = AddressRange.list("10.16.0.0/12").getFirst();

        assertThat(range.holds(InetAddress.ofLiteral("10.31.255.255"))).isTrue();
        assertThat(range.holds(InetAddress.ofLiteral("10.32.0.0"))).isFalse();
        assertThat(range.holds(InetAddress.ofLiteral("2001:db8::1"))).isFalse();
        assertThat(AddressRange.list("0.0.0.0/0").getFirst().holds(InetAddress.ofLiteral("203.0.113.1")))
                .isTrue();
    }
}
