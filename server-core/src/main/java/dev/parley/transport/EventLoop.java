package dev.parley.transport;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDatagramChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// One thread that does all network work and owns all state above it: epoll where the native library is present,
/// NIO elsewhere, with the same behaviour.
public final class EventLoop implements Executor, AutoCloseable {

    private final MultiThreadIoEventLoopGroup group;
    private final io.netty.channel.EventLoop loop;
    private final boolean epoll;

    private EventLoop(MultiThreadIoEventLoopGroup group, boolean epoll) {
        this.group = group;
        this.loop = group.next();
        this.epoll = epoll;
    }

    public static EventLoop start(String threadName) {
        return start(threadName, Epoll.isAvailable());
    }

    static EventLoop start(String threadName, boolean epoll) {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new EventLoop(new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory(threadName, true), io), epoll);
    }

    MultiThreadIoEventLoopGroup group() {
        return group;
    }

    boolean epoll() {
        return epoll;
    }

    Class<? extends ServerChannel> serverSocket() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    Class<? extends Channel> socket() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    Class<? extends Channel> datagramSocket() {
        return epoll ? EpollDatagramChannel.class : NioDatagramChannel.class;
    }

    /// Runs the task on the loop, after what waits there. Dropped silently once the loop has ended.
    @Override
    public void execute(Runnable task) {
        if (!loop.isShuttingDown()) {
            loop.execute(task);
        }
    }

    /// Runs the task on the loop after the delay, unless the returned handle is cancelled.
    public ScheduledFuture<?> schedule(Runnable task, Duration delay) {
        return loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// From now on the thread asks the network again and again instead of sleeping, and takes a whole core. For measuring:
    /// who sends to a thread that sleeps pays for waking it.
    public void keepAwake() {
        if (loop instanceof SingleThreadEventLoop single && !loop.isShuttingDown()) {
            // one step in front of the network and one behind it: a task that repeats itself would never let go
            single.execute(() -> single.executeAfterEventLoopIteration(this::keepAwake));
        }
    }

    public boolean inLoop() {
        return loop.inEventLoop();
    }

    /// Ends the thread after what waits there; at most two seconds. Not to be called on the loop. Idempotent.
    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
