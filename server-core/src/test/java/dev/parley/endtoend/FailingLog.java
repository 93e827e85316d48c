package dev.parley.endtoend;

import dev.parley.log.MessageLog;
import dev.parley.log.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The real log, on a disk that fails when told so.
final class FailingLog {

    /// What goes wrong when entries are stored.
    enum Fault {
        NONE,
        /// Nothing reaches the disk.
        BEFORE,
        /// The entries are on the disk, but the answer is lost.
        AFTER
    }

    private final MessageLog real;
    private final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
    private final Semaphore readGate = new Semaphore(Integer.MAX_VALUE);
    private final AtomicInteger pagesRead = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private volatile int smallest;
    private volatile int largest;

    FailingLog(MessageLog real) {
        this.real = real;
    }

    void fail(Fault how) {
        failLarge(how, 0);
    }

    /// Only where at least so many entries are stored at once.
    void failLarge(Fault how, int entries) {
        smallest = entries;
        fault = how;
    }

    /// Entries wait before they are stored, until [#release].
    void hold() {
        gate.drainPermits();
    }

    void release() {
        gate.release(Integer.MAX_VALUE / 2);
    }

    /// Pages of entries wait before they are read, until [#releaseReads].
    void holdReads() {
        readGate.drainPermits();
        pagesRead.set(0);
    }

    void releaseReads() {
        readGate.release(Integer.MAX_VALUE / 2);
    }

    /// Pages of entries that were asked for since [#holdReads].
    int pagesRead() {
        return pagesRead.get();
    }

    /// The most entries that one call was about.
    int largest() {
        return largest;
    }

    MessageLog log() {
        return (MessageLog) Proxy.newProxyInstance(
                MessageLog.class.getClassLoader(), new Class<?>[] {MessageLog.class}, (proxy, method, args) -> call(method, args));
    }

    private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        if (args != null && method.getName().equals("append")) {
            gate.acquire();
            return append(method, args);
        }
        if (args != null && method.getName().equals("appendAtOnce")) {
            return gate.tryAcquire() ? appendAtOnce(method, args) : Optional.empty();
        }
        if (method.getName().equals("range")) {
            pagesRead.incrementAndGet();
            readGate.acquire();
        }
        if (method.getName().equals("probeWritable") && fault != Fault.NONE) {
            throw new StorageException("the disk is full");
        }
        return invoke(method, args);
    }

    /// Never tells of a failure: it leaves that to the next `append`.
    private @Nullable Object appendAtOnce(Method method, Object[] args) throws Throwable {
        try {
            return append(method, args);
        } catch (StorageException e) {
            return Optional.empty();
        }
    }

    private @Nullable Object append(Method method, Object[] args) throws Throwable {
        int size = ((List<?>) args[0]).size();
        largest = Math.max(largest, size);
        Fault now = size >= smallest ? fault : Fault.NONE;
        if (now == Fault.BEFORE) {
            throw new StorageException("the disk is full");
        }
        Object result = invoke(method, args);
        if (now == Fault.AFTER) {
            throw new StorageException("the disk does not answer");
        }
        return result;
    }

    private @Nullable Object invoke(Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
