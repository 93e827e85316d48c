package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.link.JoinOutcome;
import dev.parley.app.link.JoinWish;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Joining;
import dev.parley.app.session.Located;
import dev.parley.app.session.WishedName;
import dev.parley.app.ui.start.NameRules;
import dev.parley.client.KnownHosts;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One way into one room, from choosing it to being inside. [#start] begins, [#close] ends it wherever it stands.
public final class JoinModel implements AutoCloseable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /// What hosts allow one address in a minute.
    private static final int TRIES = 5;

    private final JoinParts parts;
    private final ReadOnlyObjectWrapper<JoinState> state = new ReadOnlyObjectWrapper<>(new JoinState.Connecting());
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty asked = new SimpleBooleanProperty();
    private final Deque<Instant> wrong = new ArrayDeque<>();
    private Located where;
    private boolean trusted;
    private boolean closed;
    private int attempt;
    private Optional<CompletableFuture<JoinOutcome>> running = Optional.empty();
    private Runnable tick = () -> {};

    public JoinModel(JoinParts parts, Located where) {
        this.parts = parts;
        this.where = where;
        this.name.set(parts.settings().get().name().orElse(parts.account().value()));
    }

    /// Goes as far as possible without a question.
    public void start() {
        if (isChanged()) {
            state.set(new JoinState.Changed(where.expected()));
        } else if (where.locked().orElse(false)) {
            state.set(new JoinState.Password(false, OptionalInt.empty()));
        } else {
            attempt();
        }
    }

    private boolean isChanged() {
        return !where.vouched() && where.expected().filter(key -> where.addresses().known().stream()
                .anyMatch(a -> parts.known().standing(a, where.room(), key) == KnownHosts.Standing.CHANGED)).isPresent();
    }

    /// Goes in with the password that was typed.
    public void withPassword() {
        if (!password.get().isEmpty() && waiting.get() == 0 && !busy.get()) {
            attempt();
        }
    }

    /// The person has seen the words of the host, and goes in.
    public void goIn() {
        trusted = true;
        attempt();
    }

    /// With the name that was typed, in this room only.
    public void withName() {
        if (nameProblem().isEmpty() && !busy.get()) {
            attempt();
        }
    }

    /// What is wrong with the typed name.
    Optional<String> nameProblem() {
        return NameRules.personProblem(name.get(), parts.texts());
    }

    /// Once more, the same way.
    public void tryAgain() {
        if (waiting.get() == 0) {
            attempt();
        }
    }

    /// The person has asked the host and trusts its new key from now on.
    public void trustNewKey() {
        if (!(state.get() instanceof JoinState.Changed(var host)) || host.isEmpty() || !asked.get()) {
            return;
        }
        Fingerprint key = host.get();
        Located before = where;
        where = where.trusting(key);
        state.set(new JoinState.Connecting());
        parts.background().execute(() -> {
            Joining.trust(parts.known(), before, key);
            parts.window().execute(() -> {
                if (!closed) {
                    start();
                }
            });
        });
    }

    private void attempt() {
        boolean inPlace = state.get() instanceof JoinState.Password || state.get() instanceof JoinState.NameTaken;
        busy.set(true);
        if (!inPlace) {
            state.set(new JoinState.Connecting());
        }
        int now = ++attempt;
        Optional<char[]> words = password.get().isEmpty() ? Optional.empty() : Optional.of(password.get().toCharArray());
        UserName wanted = new UserName(NameRules.tidy(name.get()));
        CompletableFuture<JoinOutcome> future = parts.entrance().join(
                new JoinWish(where, new WishedName(Optional.of(wanted), wanted), words, trusted));
        running = Optional.of(future);
        var _ = future.thenAccept(outcome -> {
            if (now == attempt && !closed) {
                running = Optional.empty();
                busy.set(false);
                outcome(outcome);
            }
        });
    }

    private void outcome(JoinOutcome outcome) {
        switch (outcome) {
            case JoinOutcome.In(var room) -> {
                state.set(new JoinState.In());
                password.set("");
                parts.navigator().room(room);
            }
            case JoinOutcome.PasswordNeeded(var was, var pause) -> passwordNeeded(was, pause);
            case JoinOutcome.FirstContact(var host) -> state.set(new JoinState.FirstContact(host));
            case JoinOutcome.HostChanged(var host, _) -> state.set(new JoinState.Changed(Optional.of(host)));
            case JoinOutcome.NameTaken(var taken) -> {
                state.set(new JoinState.NameTaken(taken));
                name.set(another(taken));
            }
            case JoinOutcome.Refused(var code, var message, var retry) -> refused(code, message, retry);
            case JoinOutcome.CannotConnect(var message) -> state.set(new JoinState.Unreachable(
                    where.addresses().known().stream().map(Endpoint::show).toList(), VisibleText.line(message)));
        }
    }

    private void passwordNeeded(boolean wasWrong, Optional<Duration> pause) {
        Instant now = parts.clock().instant();
        wrong.removeIf(then -> !then.isAfter(now.minus(MINUTE)));
        if (wasWrong) {
            wrong.add(now);
            password.set("");
        }
        int left = Math.max(0, TRIES - wrong.size());
        state.set(new JoinState.Password(wasWrong, wasWrong ? OptionalInt.of(left) : OptionalInt.empty()));
        Optional<Duration> own = left == 0
                ? Optional.of(Duration.between(now, wrong.getFirst().plus(MINUTE)))
                : Optional.empty();
        pause.or(() -> own).ifPresent(this::waitFor);
    }

    private void refused(ErrorCode code, String message, Optional<Duration> retry) {
        if (code == ErrorCode.TOO_MANY_ATTEMPTS) {
            state.set(new JoinState.Password(true, OptionalInt.of(0)));
            password.set("");
            waitFor(retry.orElse(MINUTE));
            return;
        }
        Texts texts = parts.texts();
        String key = "join.refused-" + code.wireName();
        String words = texts.has(key)
                ? texts.get(key, where.room())
                : texts.get("error." + code.wireName(), where.room(), VisibleText.line(message),
                        retry.map(Duration::toSeconds).orElse(MINUTE.toSeconds()));
        state.set(new JoinState.Refused(code, words));
        retry.ifPresent(this::waitFor);
    }

    /// A name that nobody is likely to have: with a number, or the next one.
    private static String another(String taken) {
        String base = taken.replaceFirst(" [2-9]$", "");
        int number = base.equals(taken) ? 2 : Character.digit(taken.charAt(taken.length() - 1), 10) + 1;
        return number > 9 ? base : base + " " + number;
    }

    private void waitFor(Duration pause) {
        tick.run();
        waiting.set(Math.clamp(pause.plusMillis(999).toSeconds(), 0, 3600));
        count();
    }

    private void count() {
        if (waiting.get() > 0) {
            tick = parts.later().in(SECOND, () -> {
                waiting.set(waiting.get() - 1);
                count();
            });
        }
    }

    /// Back to the start screen.
    public void back() {
        close();
        parts.navigator().start();
    }

    /// Why rooms may not be seen or reached.
    public void checkNetwork() {
        close();
        parts.navigator().network();
    }

    /// Gives up what is under way. Idempotent.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        tick.run();
        password.set("");
        running.ifPresent(f -> f.cancel(false));
        if (!(state.get() instanceof JoinState.In)) {
            where.addresses().close();
        }
    }

    public Located where() {
        return where;
    }

    public ReadOnlyObjectProperty<JoinState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Seconds until one may try again; 0 for at once.
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// True while the host is asked.
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    public StringProperty passwordProperty() {
        return password;
    }

    /// Who to be in this room.
    public StringProperty nameProperty() {
        return name;
    }

    /// Whether the person says to have asked the host about its new key.
    public BooleanProperty askedProperty() {
        return asked;
    }

    Texts texts() {
        return parts.texts();
    }
}
