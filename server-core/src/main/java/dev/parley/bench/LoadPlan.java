package dev.parley.bench;

import java.net.InetSocketAddress;
import java.time.Duration;

/// What a load test does.
///
/// @param host where the server is
/// @param workload what the members do
/// @param rooms number of rooms
/// @param members people in each room
/// @param senders how many of them write
/// @param rate messages a second in each room, by the senders in turn; 0 for as many as the server takes
/// @param warmup time before measuring begins; for [Workload#STORM], zero leaves out the storm before the measured one
/// @param time how long it is measured
/// @param bodyBytes length of a message, at least [#LEAST_BODY]
/// @param datagrams whether members may use UDP
/// @param password of every room; empty for open rooms
/// @param joinsAtOnce how many may be on their way in at a time
/// @param makeRooms whether the rooms have to be made first
public record LoadPlan(
        InetSocketAddress host,
        Workload workload,
        int rooms,
        int members,
        int senders,
        int rate,
        Duration warmup,
        Duration time,
        int bodyBytes,
        boolean datagrams,
        String password,
        int joinsAtOnce,
        boolean makeRooms) {

    /// Bytes that the times and numbers of a message need.
    public static final int LEAST_BODY = Body.HEAD + 1;

    private static final int MOST_BODY = 8_000;

    /// What the members do.
    public enum Workload {
        /// Some write, all read.
        FAN_OUT,
        /// They are there.
        IDLE,
        /// They come all at once, lose their connections, and come back.
        STORM
    }

    public LoadPlan {
        if (rooms < 1 || members < 1 || senders < 0 || senders > members || rate < 0) {
            throw new IllegalArgumentException("at least 1 room and 1 member, and no more senders than members");
        }
        if (bodyBytes < LEAST_BODY || bodyBytes > MOST_BODY) {
            throw new IllegalArgumentException("a message has " + LEAST_BODY + " to " + MOST_BODY + " bytes here");
        }
        if (warmup.isNegative() || time.isNegative() || joinsAtOnce < 1) {
            throw new IllegalArgumentException("no negative times, and at least 1 join at a time");
        }
    }

    /// 100 members in one open room, 4 write as fast as they can, for 10 seconds.
    public static LoadPlan fanOut(InetSocketAddress host) {
        return new LoadPlan(host, Workload.FAN_OUT, 1, 100, 4, 0, Duration.ofSeconds(5), Duration.ofSeconds(10), 128, true,
                "", 16, false);
    }

    public LoadPlan withCrowd(int newRooms, int newMembers, int newSenders) {
        return new LoadPlan(host, workload, newRooms, newMembers, newSenders, rate, warmup, time, bodyBytes, datagrams,
                password, joinsAtOnce, makeRooms);
    }

    public LoadPlan withRate(int newRate) {
        return new LoadPlan(host, workload, rooms, members, senders, newRate, warmup, time, bodyBytes, datagrams, password,
                joinsAtOnce, makeRooms);
    }

    public LoadPlan withTimes(Duration newWarmup, Duration newTime) {
        return new LoadPlan(host, workload, rooms, members, senders, rate, newWarmup, newTime, bodyBytes, datagrams,
                password, joinsAtOnce, makeRooms);
    }

    public LoadPlan withWorkload(Workload newWorkload) {
        return new LoadPlan(host, newWorkload, rooms, members, senders, rate, warmup, time, bodyBytes, datagrams, password,
                joinsAtOnce, makeRooms);
    }

    /// People in all rooms.
    public int people() {
        return rooms * members;
    }

    /// Name of a room of a load test, from 0.
    public static String room(int number) {
        return "bench " + (number + 1);
    }
}
