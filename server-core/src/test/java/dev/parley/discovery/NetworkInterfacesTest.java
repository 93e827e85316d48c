package dev.parley.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkInterfacesTest {

    @ParameterizedTest
    @CsvSource({
        "eth0, eth0, LAN", "enp3s0, enp3s0, LAN", "wlan0, wlan0, LAN", "en0, en0, LAN",
        "eth3, Intel(R) Wi-Fi 6 AX201 160MHz, LAN", "ethernet_32768, Realtek PCIe GbE Family Controller, LAN",
        "docker0, docker0, VIRTUAL", "br-12ab34, br-12ab34, VIRTUAL", "vboxnet0, vboxnet0, VIRTUAL",
        "eth7, vEthernet (WSL), VIRTUAL", "eth9, VMware Virtual Ethernet Adapter for VMnet8, VIRTUAL",
        "tun0, tun0, VPN", "wg0, wg0, VPN", "utun4, utun4, VPN", "tailscale0, tailscale0, VPN",
        "eth12, TAP-Windows Adapter V9, VPN", "net5, WireGuard Tunnel, VPN"
    })
    void aCardIsJudgedByItsNames(String name, String displayName, LocalAddress.Kind kind) {
        assertThat(NetworkInterfaces.kind(name, displayName, false, false)).isEqualTo(kind);
    }

    @Test
    void loopbackAndPointToPointAreWhatTheSystemSays() {
        assertThat(NetworkInterfaces.kind("lo", "lo", true, false)).isEqualTo(LocalAddress.Kind.LOOPBACK);
        assertThat(NetworkInterfaces.kind("net7", "net7", false, true)).isEqualTo(LocalAddress.Kind.VPN);
    }

    @Test
    void theListOfThisMachineIsOrderedAndLoopbackIsOnlyInTheFullOne() {
        List<LocalAddress> all = NetworkInterfaces.all();
        assertThat(all).isSortedAccordingTo((a, b) -> a.kind().compareTo(b.kind()));
        assertThat(all).anyMatch(a -> a.address().isLoopbackAddress());
        assertThat(NetworkInterfaces.usable())
                .noneMatch(a -> a.address().isLoopbackAddress())
                .allMatch(all::contains);
    }

    @Test
    void anAddressReachesItsOwnNetworkOnly() throws UnknownHostException {
        LocalAddress card = card("eth0", "10.7.0.5", 20, LocalAddress.Kind.LAN, true);
        assertThat(card.reaches(address("10.7.15.1"))).isTrue();
        assertThat(card.reaches(address("10.7.16.1"))).isFalse();
        assertThat(card.reaches(address("fe80::1"))).isFalse();
        assertThat(card("x", "10.7.0.5", 0, LocalAddress.Kind.VPN, true).reaches(address("192.0.2.1"))).isFalse();
    }

    @Test
    void multicastUsesTheBestAddressOfEachCardThatCanDoIt() throws UnknownHostException {
        LocalAddress v4 = card("eth0", "10.7.0.5", 20, LocalAddress.Kind.LAN, true);
        LocalAddress v6 = card("eth0", "fe80::5", 64, LocalAddress.Kind.LAN, true);
        LocalAddress only6 = card("eth1", "fe80::6", 64, LocalAddress.Kind.LAN, true);
        LocalAddress deaf = card("tun0", "10.8.0.5", 24, LocalAddress.Kind.VPN, false);
        LocalAddress lo = card("lo", "127.0.0.1", 8, LocalAddress.Kind.LOOPBACK, true);
        assertThat(NetworkInterfaces.onePerCard(List.of(v4, v6, only6, deaf, lo))).containsExactly(v4, only6);
    }

    static LocalAddress card(String name, String address, int prefix, LocalAddress.Kind kind, boolean multicast)
            throws UnknownHostException {
        return new LocalAddress(address(address), name, name, prefix, Optional.empty(), kind, multicast);
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }
}
