package app.edgeglass.core.connection.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.secret.SecretStore.Place;
import app.edgeglass.core.error.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KeychainSecretsTest {

    private static final SecretValue VALUE = SecretValue.of("s3cret");
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<Failure> problems = new CopyOnWriteArrayList<>();

    /** A keychain that works, or as the test has it. */
    private static class FakeKeychain implements Keychain {

        final Map<String, String> kept = new ConcurrentHashMap<>();
        volatile boolean closed;

        @Override
        public Optional<String> read(String account) throws Exception {
            return Optional.ofNullable(kept.get(account));
        }

        @Override
        public void write(String account, String secret) throws Exception {
            kept.put(account, secret);
        }

        @Override
        public void delete(String account) {
            kept.remove(account);
        }

        @Override
        public void close() throws Exception {
            closed = true;
        }
    }

    private List<String> said() {
        return problems.stream().map(Failure::key).toList();
    }

    @Test
    void keepsInTheKeychainAndNowhereElse() {
        var keychain = new FakeKeychain();
        var opened = new AtomicInteger();
        var secrets = new KeychainSecrets(
                () -> {
                    opened.incrementAndGet();
                    return keychain;
                },
                LONG,
                problems::add);
        assertThat(opened).as("nothing is touched before it is needed").hasValue(0);
        assertThat(secrets.place()).isEqualTo(Place.MEMORY);

        assertThat(secrets.put("p", Secret.PASSWORD, VALUE)).isEqualTo(Place.KEYCHAIN);
        secrets.put("p", Secret.TOKEN, SecretValue.of("t"));
        assertThat(secrets.place()).isEqualTo(Place.KEYCHAIN);
        assertThat(keychain.kept).containsEntry("p/PASSWORD", "s3cret");
        assertThat(secrets.of("p").find(Secret.PASSWORD)).contains(VALUE);
        assertThat(secrets.find("other", Secret.PASSWORD)).isEmpty();
        assertThat(secrets.all("p")).hasSize(2);
        secrets.forgetAll("p");
        assertThat(keychain.kept).isEmpty();
        assertThat(opened).hasValue(1);

        assertThat(secrets.put("p", Secret.PASSWORD, SecretValue.of(""))).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("p", Secret.PASSWORD))
                .as("empty is not unknown")
                .contains(SecretValue.of(""));

        secrets.close();
        assertThat(keychain.closed).isTrue();
        assertThat(secrets.put("p", Secret.TOKEN, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(problems).isEmpty();
    }

    @Test
    void oneThatDoesNotOpenLeavesMemoryAndIsSaidOnce() {
        for (Throwable thrown : List.of(new IllegalStateException("no bus"), new UnsatisfiedLinkError("no such lib"))) {
            problems.clear();
            var secrets = new KeychainSecrets(
                    () -> {
                        if (thrown instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) thrown;
                    },
                    LONG,
                    problems::add);
            assertThat(secrets.put("p", Secret.SEED, VALUE)).isEqualTo(Place.MEMORY);
            assertThat(secrets.find("p", Secret.SEED)).contains(VALUE);
            assertThat(secrets.find("p", Secret.JWT)).isEmpty();
            assertThat(secrets.place()).isEqualTo(Place.MEMORY);
            assertThat(said()).containsExactly("secrets.keychain-none");
            secrets.forget("p", Secret.SEED);
            assertThat(secrets.find("p", Secret.SEED)).isEmpty();
        }
    }

    @Test
    void oneThatThrowsIsAskedAgainAndSaidOnce() {
        var keychain = new FakeKeychain() {
            boolean broken = true;

            @Override
            public void write(String account, String secret) throws Exception {
                if (broken) {
                    throw new IllegalStateException("locked; asked to keep " + secret);
                }
                super.write(account, secret);
            }
        };
        var secrets = new KeychainSecrets(() -> keychain, LONG, problems::add);
        assertThat(secrets.put("p", Secret.TOKEN, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.put("q", Secret.TOKEN, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("p", Secret.TOKEN)).contains(VALUE);
        assertThat(said()).containsExactly("secrets.keychain-failed");
        assertThat(problems.toString() + problems.getFirst().remedy()).doesNotContain("s3cret");

        keychain.broken = false;
        assertThat(secrets.put("p", Secret.TOKEN, VALUE)).isEqualTo(Place.KEYCHAIN);
    }

    @Test
    void oneThatKeepsNothingIsNotBelieved() {
        var keychain = new FakeKeychain() {
            @Override
            public void write(String account, String secret) {}
        };
        var secrets = new KeychainSecrets(() -> keychain, LONG, problems::add);
        assertThat(secrets.put("p", Secret.TOKEN, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("p", Secret.TOKEN)).contains(VALUE);
        assertThat(said()).containsExactly("secrets.keychain-failed");
    }

    @Test
    void oneThatHangsHoldsNobodyUpAndServesWhenItIsBack() {
        var released = new CountDownLatch(1);
        var keychain = new FakeKeychain() {
            @Override
            public void write(String account, String secret) throws Exception {
                released.await();
                super.write(account, secret);
            }
        };
        var secrets = new KeychainSecrets(() -> keychain, SHORT, problems::add);
        long start = System.nanoTime();
        assertThat(secrets.put("p", Secret.PASSWORD, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(said()).containsExactly("secrets.keychain-silent");
        long once = System.nanoTime() - start;

        start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(secrets.find("p", Secret.PASSWORD)).contains(VALUE);
            assertThat(secrets.find("p", Secret.TOKEN)).isEmpty();
            assertThat(secrets.place()).isEqualTo(Place.MEMORY);
        }
        assertThat(System.nanoTime() - start).as("nobody waits a second time").isLessThan(once * 10);
        secrets.put("q", Secret.TOKEN, SecretValue.of("to be forgotten"));
        secrets.forget("q", Secret.TOKEN);

        released.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> secrets.place() == Place.KEYCHAIN);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(keychain.kept).containsOnlyKeys("p/PASSWORD"));
        assertThat(said()).containsExactly("secrets.keychain-silent");
    }

    @Test
    void openingThatHangsHoldsNobodyUp() {
        var never = new CountDownLatch(1);
        var secrets = new KeychainSecrets(
                () -> {
                    never.await();
                    return new FakeKeychain();
                },
                SHORT,
                problems::add);
        secrets.openSoon();
        assertThat(secrets.place()).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("p", Secret.PASSWORD)).isEmpty();
        assertThat(secrets.put("p", Secret.PASSWORD, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("p", Secret.PASSWORD)).contains(VALUE);
        // Whoever waited first says it, which here is a thread that nobody waits for.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(said()).containsExactly("secrets.keychain-silent"));
        never.countDown();
    }

    @Test
    void aLinuxWithoutASessionBusHasNone() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").startsWith("Linux")
                        && System.getenv("DBUS_SESSION_BUS_ADDRESS") == null
                        && System.getenv("XDG_RUNTIME_DIR") == null,
                "the keychain of whoever runs the tests might ask to be unlocked");
        var secrets = KeychainSecrets.ofPlatform(problems::add);
        assertThat(secrets.put("no-such-profile", Secret.PASSWORD, VALUE)).isEqualTo(Place.MEMORY);
        assertThat(secrets.find("no-such-profile", Secret.PASSWORD)).contains(VALUE);
        assertThat(said()).containsExactly("secrets.keychain-none");
    }

    @Test
    void longSecretsAreKeptInParts() throws Exception {
        var inner = new FakeKeychain();
        var keychain = new PartedKeychain(inner, 10);
        for (String secret :
                List.of("short", "exactly 10", "x".repeat(95) + "y", "eleven char", "edgeglass-parts:3", "s")) {
            keychain.write("a", secret);
            assertThat(keychain.read("a")).contains(secret);
            assertThat(inner.kept).hasSize(secret.length() <= 10 ? 1 : 1 + (secret.length() + 9) / 10);
            assertThat(inner.kept.entrySet())
                    .filteredOn(entry -> entry.getKey().contains("#"))
                    .allMatch(entry -> entry.getValue().length() <= 10);
        }
        keychain.write("a", "a long secret again");
        inner.kept.remove("a#1");
        assertThat(keychain.read("a")).as("half a secret is none").isEmpty();
        keychain.delete("a");
        assertThat(inner.kept).isEmpty();
    }
}
