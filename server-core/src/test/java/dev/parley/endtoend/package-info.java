/// Server and client together over real sockets and a real log, and the tools for that: a host, an impairment proxy, a
/// relay that breaks TLS open.
@NullMarked
package dev.parley.endtoend;

import org.jspecify.annotations.NullMarked;
