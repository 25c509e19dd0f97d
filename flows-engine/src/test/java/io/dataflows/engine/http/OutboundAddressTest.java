package io.dataflows.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflows.engine.setting.Settings;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a request may reach, in each disguise that one can wear. */
class OutboundAddressTest {

    @ParameterizedTest(name = "CVE-2024-46990: all of loopback is closed, {0}")
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254", "[::1]"})
    void closesLoopback(String host) {
        assertDenied(host);
    }

    @ParameterizedTest(name = "CVE-2026-35409: {0} is an address in disguise")
    @ValueSource(
            strings = {
                "0",
                "0.0.0.0",
                "0x0",
                "0177.0.0.1",
                "0x7f.1",
                "0x7f000001",
                "0X7F.0.0.1",
                "017700000001",
                "2130706433",
                "127.1",
                "127.0.1",
                "127.0.0.1.",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[0:0:0:0:0:ffff:7f00:0001]",
                "[::127.0.0.1]",
                "[::7f00:1]",
                "[::ffff:0:127.0.0.1]",
                "[64:ff9b::127.0.0.1]",
                "[64:ff9b::a9fe:a9fe]",
                "[64:ff9b:1::7f00:1]",
                "[2002:7f00:1::]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:7f00:1::]",
                "[2001:0:808:808::80ff:fffe]",
                "[2607:f8b0::5efe:127.0.0.1]",
                "[fc00::1]",
                "[fd00:ec2::254]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[2001:db8::1]",
                "[3fff::1]",
                "[100::1]",
                "１２７.０.０.１",
                "①②⑦.０.０.①",
                "127。0。0。1",
                "127．0｡0.1",
                "%31%32%37.0.0.1",
                "127%2e0%2e0%2e1",
                "%30x7f.1",
                "public@127.0.0.1",
                "public:80@127.0.0.1",
                "public%40x@127.0.0.1",
                "a@b@127.0.0.1",
                "127.0.0.1:80",
                "127.0.0.1\\@public",
                "\u00ad127.0.0.1"
            })
    void seesThroughDisguises(String host) {
        assertDenied(host);
    }

    @ParameterizedTest(name = "docs security-limits: {0} is closed by default")
    @ValueSource(
            strings = {
                "10.0.0.1",
                "10.255.255.255",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "169.254.0.1",
                "168.63.129.16",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255"
            })
    void closesWhatIsNotPublic(String host) {
        assertDenied(host);
    }

    @ParameterizedTest(name = "{0} is no host")
    @ValueSource(
            strings = {
                "256.0.0.1",
                "127.0.0.1.5",
                "0x100000000",
                "4294967296",
                "1.2.3.0x1ff",
                "09.0.0.1",
                "127.0.0.1..",
                "a..b",
                "[::1",
                "[::1%25lo]",
                "[1.2.3.4]",
                "[::1/64]",
                "[*]",
                "a%00b",
                "a%20b",
                "127.0.0.*",
                "host:0",
                "host:65536",
                "host:8a"
            })
    void refusesWhatIsNoHost(String host) {
        try (TestCaller caller = TestCaller.offline(Map.of(), Map.of())) {
            assertThat(caller.code("http://" + host + "/")).isEqualTo("ERR_INVALID_URL");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void leavesPublicAddressesOpen(String address) throws Exception {
        OutboundPolicy policy = new OutboundPolicy(Settings.of(Map.of()), own -> false);
        policy.check(new UrlHost("public.example", null), 443, List.of(InetAddress.getByName(address)));
        assertThat(PublicAddresses.contains(Addresses.of(InetAddress.getByName(address))))
                .isTrue();
    }

    @Test
    void closesAPublicAddressThatIsThisMachine() throws Exception {
        InetAddress address = InetAddress.getByName("8.8.8.8");
        assertThat(denies(Settings.of(Map.of()), address, "8.8.8.8", 80)).isTrue();
        Settings allowed = Settings.of(Map.of("FLOWS_REQUEST_ALLOW_LIST", "8.8.8.8"));
        assertThat(denies(allowed, address, "8.8.8.8", 80)).isFalse();
    }

    @Test
    void refusesANameWhenOneOfItsAddressesIsClosed() {
        try (TestCaller caller = TestCaller.offline(Map.of(), Map.of("mixed.example", List.of("8.8.8.8 10.0.0.1")))) {
            assertThat(caller.failure("http://mixed.example/").path("message").asText())
                    .isEqualTo("Requested domain \"mixed.example\" resolves to a denied IP address");
        }
    }

    @ParameterizedTest(name = "{0} allows {1} on port {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    10.0.0.1                  | 10.0.0.1    | 80   | true
                    10.0.0.1                  | 10.0.0.2    | 80   | false
                    10.0.0.0/8                | 10.9.9.9    | 80   | true
                    10.1.2.3/8                | 10.9.9.9    | 80   | true
                    10.0.0.0/8:443            | 10.9.9.9    | 443  | true
                    10.0.0.0/8:443            | 10.9.9.9    | 80   | false
                    10.0.0.5-10.0.0.9         | 10.0.0.7    | 80   | true
                    10.0.0.5-10.0.0.9         | 10.0.0.10   | 80   | false
                    192.168.0.1,10.0.0.1:8080 | 10.0.0.1    | 8080 | true
                    fd00::/8                  | fd00::1     | 80   | true
                    [fd00::1]:8080            | fd00::1     | 8080 | true
                    [fd00::1]:8080            | fd00::1     | 80   | false
                    ::1                       | ::1         | 80   | true
                    127.0.0.1                 | 127.0.0.1   | 80   | true
                    *                         | 10.0.0.1    | 80   | true
                    *                         | 127.0.0.1   | 80   | true
                    *                         | 169.254.169.254 | 80 | false
                    *                         | 64:ff9b::a9fe:a9fe | 80 | false
                    169.254.169.254           | 169.254.169.254 | 80 | false
                    host.example              | 10.0.0.1    | 80   | true
                    HOST.example:80           | 10.0.0.1    | 80   | true
                    host.example:443          | 10.0.0.1    | 80   | false
                    *.example                 | 10.0.0.1    | 80   | true
                    *.host.example            | 10.0.0.1    | 80   | false
                    example                   | 10.0.0.1    | 80   | false
                    """)
    void takesTheAllowList(String list, String address, int port, boolean allowed) throws Exception {
        Settings settings = Settings.of(Map.of("FLOWS_REQUEST_ALLOW_LIST", list));
        assertThat(denies(settings, InetAddress.getByName(address), "host.example", port))
                .isEqualTo(!allowed);
    }

    @ParameterizedTest(name = "{0} denies {1}, whatever is allowed: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.0.0.0                   | 127.0.0.1        | true
                    0.0.0.0                   | 8.8.8.8          | true
                    0.0.0.0                   | 1.1.1.1          | false
                    1.1.1.0/24                | 1.1.1.1          | true
                    1.1.1.1-1.1.1.5           | 64:ff9b::101:105 | true
                    host.example              | 1.1.1.1          | true
                    false                     | 169.254.169.254  | false
                    """)
    void takesTheDenyList(String list, String address, boolean denied) throws Exception {
        Settings settings = Settings.of(Map.of("FLOWS_REQUEST_ALLOW_LIST", "*", "IMPORT_IP_DENY_LIST", list));
        assertThat(denies(settings, InetAddress.getByName(address), "host.example", 80))
                .isEqualTo(denied);
    }

    @Test
    void deniesANameThatOnlyTheProxyCanResolve() {
        Map<String, String> settings = Map.of(
                "HTTP_PROXY", "http://proxy.corp:3128",
                "FLOWS_REQUEST_ALLOW_LIST", "*.corp",
                "IMPORT_IP_DENY_LIST", "vault.corp");
        try (TestCaller caller = TestCaller.offline(settings, Map.of("proxy.corp", List.of("10.0.0.1")))) {
            assertThat(caller.code("http://vault.corp/")).isEqualTo("ERR_DENIED_ADDRESS");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.1-::1", "300.0.0.1", "a b", "http://x", "host:99999", "1.2.*.4"})
    void stopsTheStartOnAListThatCanNotBeRead(String list) {
        Settings settings = Settings.of(Map.of("FLOWS_REQUEST_ALLOW_LIST", list));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> GuardedHttpCaller.of(settings))
                .withMessageContaining("FLOWS_REQUEST_ALLOW_LIST (" + list + ")");
    }

    private static void assertDenied(String host) {
        try (TestCaller caller = TestCaller.offline(Map.of(), Map.of())) {
            assertThat(caller.code("http://" + host + "/")).isEqualTo("ERR_DENIED_ADDRESS");
            assertThat(caller.lookUps()).isEmpty();
        }
    }

    /** On a machine that has the address 8.8.8.8. */
    private static boolean denies(Settings settings, InetAddress address, String host, int port) {
        OutboundPolicy policy =
                new OutboundPolicy(settings, own -> own.getHostAddress().equals("8.8.8.8"));
        try {
            policy.check(new UrlHost(host, null), port, List.of(address));
            return false;
        } catch (RequestProblem denied) {
            return true;
        }
    }
}
