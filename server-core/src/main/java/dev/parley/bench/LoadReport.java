package dev.parley.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a load test has found.
///
/// @param plan what was done
/// @param seconds how long it was measured
/// @param deliveries messages that members got in that time
/// @param lost messages that a member never got
/// @param duplicated messages that a member got more than once
/// @param misordered messages that a member got after a later one of the same sender
/// @param latency from sending to having it, of messages sent while measuring
/// @param serverCpuMicros processor time of the server for each delivery
/// @param generatorCpuMicros the same for this process
/// @param serverRssKb memory that the server occupies at the end
/// @param idleMemberKb memory that it occupies more for each member who does nothing
/// @param joinSeconds until all were in
/// @param returnSeconds until all were in again after they had lost their connections
/// @param viaDatagrams members who were reached by datagram
public record LoadReport(
        LoadPlan plan,
        double seconds,
        long deliveries,
        long lost,
        long duplicated,
        long misordered,
        Histogram latency,
        OptionalDouble serverCpuMicros,
        OptionalDouble generatorCpuMicros,
        OptionalLong serverRssKb,
        OptionalDouble idleMemberKb,
        OptionalDouble joinSeconds,
        OptionalDouble returnSeconds,
        long viaDatagrams) {

    /// True if every member got everything, once and in order.
    public boolean faultless() {
        return lost == 0 && duplicated == 0 && misordered == 0;
    }
}
