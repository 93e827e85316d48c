package dev.parley.endtoend;

import dev.parley.log.MessageLog;
import dev.parley.log.StorageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Semaphore;
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

    /// The most entries that one call was about.
    int largest() {
        return largest;
    }

    MessageLog log() {
        return (MessageLog) Proxy.newProxyInstance(
                MessageLog.class.getClassLoader(), new Class<?>[] {MessageLog.class}, (proxy, method, args) -> call(method, args));
    }

    private @Nullable Object call(Method method, Object @Nullable [] args) throws Throwable {
        boolean append = method.getName().equals("append") && args != null;
        if (append && args != null) {
            gate.acquire();
            int size = ((List<?>) args[0]).size();
            largest = Math.max(largest, size);
            append = size >= smallest;
        }
        if ((append && fault == Fault.BEFORE) || (method.getName().equals("probeWritable") && fault != Fault.NONE)) {
            throw new StorageException("the disk is full");
        }
        try {
            Object result = method.invoke(real, args);
            if (append && fault == Fault.AFTER) {
                throw new StorageException("the disk does not answer");
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
