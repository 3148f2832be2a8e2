package app.edgeglass.core.connection.secret;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.error.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets in the platform's keychain, and in memory where that does not serve. The keychain is opened when it is first needed,
 * on a thread of its own. Whoever asks waits a while and no longer: a call that takes more time goes on behind, and until it
 * ends memory answers. What goes wrong is said once.
 */
public final class KeychainSecrets implements SecretStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeychainSecrets.class);

    private static final Duration CLOSES_WITHIN = Duration.ofSeconds(2);

    /** Long enough for a person to unlock it, who may first have to find the window that asks. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Callable<Keychain> opener;
    private final Duration limit;
    private final Consumer<Failure> onProblem;
    private final MemorySecrets memory = new MemorySecrets();
    private final Map<String, Boolean> said = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor worker;

    private volatile @Nullable Keychain keychain;
    private volatile boolean absent;
    private volatile @Nullable FutureTask<?> late;

    KeychainSecrets(Callable<Keychain> opener, Duration limit, Consumer<Failure> onProblem) {
        this.opener = opener;
        this.limit = limit;
        this.onProblem = onProblem;
        this.worker = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                // Not a virtual one: native code would hold its carrier. It ends with the program, whatever hangs.
                Thread.ofPlatform().daemon().name("keychain").factory());
        worker.allowCoreThreadTimeOut(true);
    }

    /**
     * With this platform's keychain, which is not touched yet.
     *
     * @param onProblem takes what a person has to know; called from any thread
     */
    public static KeychainSecrets ofPlatform(Consumer<Failure> onProblem) {
        return new KeychainSecrets(PlatformKeychain::open, LIMIT, onProblem);
    }

    /** What can be done with a keychain. */
    @FunctionalInterface
    private interface Use<T> {
        T with(Keychain keychain) throws Exception;
    }

    /** Opens the keychain behind the caller's back, so that {@link #place()} knows. */
    public void openSoon() {
        if (keychain == null && !absent) {
            Thread.ofVirtual().name("keychain start").start(() -> ask(chain -> true));
        }
    }

    @Override
    public Optional<SecretValue> find(String profile, Secret which) {
        return memory.find(profile, which)
                .or(() -> ask(chain -> chain.read(account(profile, which)))
                        .flatMap(found -> found)
                        .map(SecretValue::of));
    }

    @Override
    public Place put(String profile, Secret which, SecretValue value) {
        // An empty one is known, and no keychain's business; some refuse it.
        boolean kept = !value.isEmpty()
                && ask(chain -> {
                            write(chain, account(profile, which), value.reveal());
                            return true;
                        })
                        .isPresent();
        if (kept) {
            memory.forget(profile, which);
            return Place.KEYCHAIN;
        }
        return memory.put(profile, which, value);
    }

    /** A locked keychain whose question was dismissed takes a secret without a word and does not keep it. */
    private static void write(Keychain chain, String account, String secret) throws Exception {
        chain.write(account, secret);
        if (!chain.read(account).equals(Optional.of(secret))) {
            throw new IllegalStateException("not kept");
        }
    }

    @Override
    public void forget(String profile, Secret which) {
        memory.forget(profile, which);
        ask(chain -> {
            chain.delete(account(profile, which));
            return true;
        });
    }

    @Override
    public Place place() {
        return keychain != null && !isLate() ? Place.KEYCHAIN : Place.MEMORY;
    }

    private static String account(String profile, Secret which) {
        return profile + "/" + which.name();
    }

    private boolean isLate() {
        FutureTask<?> task = late;
        return task != null && !task.isDone();
    }

    /** What the keychain answers; nothing when it does not. */
    private <T> Optional<T> ask(Use<T> use) {
        if (absent) {
            return Optional.empty();
        }
        var task = new FutureTask<>(() -> use.with(opened()));
        boolean behindAnother = isLate();
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            return Optional.empty();
        }
        if (behindAnother) {
            // It is done in its turn, so that what is to be forgotten is; nobody waits again.
            return Optional.empty();
        }
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            late = task;
            say("secrets.keychain-silent", limit.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // Its text is the platform's and may hold anything: neither log nor failure keep it.
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            LOG.warn("The keychain failed: {}", cause.getClass().getName());
            say(absent ? "secrets.keychain-none" : "secrets.keychain-failed");
        }
        return Optional.empty();
    }

    /** On the worker's thread only. */
    private Keychain opened() throws Exception {
        Keychain present = keychain;
        if (present == null) {
            try {
                present = opener.call();
                keychain = present;
            } catch (Exception | LinkageError e) {
                absent = true;
                throw e;
            }
        }
        return present;
    }

    /** Lets go of the keychain: a thread of its library (dbus-java 4.2.1) would keep the program from ending. */
    @Override
    public void close() {
        absent = true;
        worker.shutdownNow();
        Keychain present = keychain;
        if (present == null) {
            return;
        }
        var closing = new FutureTask<>(() -> {
            present.close();
            return true;
        });
        Thread.ofPlatform().daemon().name("keychain end").start(closing);
        try {
            closing.get(CLOSES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The keychain could not be closed: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String key, Object... arguments) {
        if (said.putIfAbsent(key, true) == null) {
            onProblem.accept(Failure.of(key, arguments));
        }
    }
}
