package dev.parley.discovery;

import java.util.Map;

/// One result of [NetworkCheck]. The words for people are made elsewhere from code and facts.
///
/// | code | facts | meaning |
/// |---|---|---|
/// | `card` | `interface`, `name`, `address`, `kind` | OK: a network card that is up |
/// | `no-network` | | FAIL: no network card is up, not even loopback |
/// | `only-loopback` | | FAIL: nobody else can reach this machine |
/// | `several-cards` | `interfaces` | WARN: more than one real network; the others may be on another one |
/// | `vpn` | `interfaces` | WARN: a tunnel is up and may take the traffic |
/// | `multicast` | `interface`, `address` | OK or WARN: multicast comes back to the sender |
/// | `port-free` | `port` | OK: a host could start there |
/// | `host-here` | `port`, `host`, `id` | OK: our own host answers on the port |
/// | `port-used` | `port`, `tcp`, `udp` (`used` or `free`) | FAIL: something else has the port |
/// | `tcp` | `interface`, `address`, `port` | OK or FAIL: our host takes connections at this address |
/// | `broadcast` | `interface`, `address`, `port` | OK or WARN: our host answers a broadcast sent through this card |
/// | `hosts-seen` | `hosts`, `broadcast`, `dnssd` | OK, or WARN if nobody else is seen: how many other hosts, by which stage |
/// | `unfinished` | `check` | WARN: this part took too long |
///
/// @param level how bad it is
/// @param code stable name of the finding
/// @param facts what the words need
public record Finding(Level level, String code, Map<String, String> facts) {

    /// How bad it is.
    public enum Level { OK, WARN, FAIL }

    public Finding {
        facts = Map.copyOf(facts);
    }

    static Finding of(Level level, String code, LocalAddress at, int port) {
        return new Finding(level, code, Map.of("interface", at.interfaceName(), "address",
                at.address().getHostAddress(), "port", Integer.toString(port)));
    }
}
