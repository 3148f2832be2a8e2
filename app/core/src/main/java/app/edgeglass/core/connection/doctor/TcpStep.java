package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.error.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Whether each address takes a connection, all tried at once. */
final class TcpStep implements Step {

    /** Why an address takes none, the one that says most last. */
    private enum Trouble {
        OTHER("doctor.tcp.other", "connect.unreachable"),
        UNREACHABLE("doctor.tcp.unreachable", "connect.unreachable"),
        TIMED_OUT("doctor.tcp.timed-out", "connect.timeout"),
        REFUSED("doctor.tcp.refused", "connect.refused");

        private final String words;
        private final String failure;

        Trouble(String words, String failure) {
            this.words = words;
            this.failure = failure;
        }

        static Trouble in(IOException e) {
            String said = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            return switch (e) {
                case SocketTimeoutException _ -> TIMED_OUT;
                case NoRouteToHostException _ -> UNREACHABLE;
                case ConnectException _ when said.contains("timed out") -> TIMED_OUT;
                case ConnectException _ when said.contains("refused") -> REFUSED;
                default -> said.contains("unreachable") ? UNREACHABLE : OTHER;
            };
        }
    }

    private record Attempt(
            InetAddress at,
            Duration took,
            @Nullable Socket socket,
            @Nullable IOException failed) {

        boolean succeeded() {
            return socket != null;
        }

        String told() {
            IOException e = failed;
            return e == null
                    ? WORDS.say("doctor.tcp.connected", FactList.latency(took))
                    : WORDS.say(Trouble.in(e).words, FactList.latency(took), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Outcome examine(Visit visit) throws InterruptedException {
        // One way through a proxy is enough: it chooses the address itself.
        List<InetAddress> all = visit.proxy().isPresent() ? visit.addresses().subList(0, 1) : visit.addresses();
        List<Attempt> attempts = attempts(visit, all);
        var facts = new FactList();
        attempts.forEach(attempt -> facts.named(attempt.at().getHostAddress(), attempt.told()));
        Optional<Attempt> first = keepFirst(attempts);
        if (first.isEmpty()) {
            return new Outcome.Failed(failure(visit, attempts), facts.facts());
        }
        Attempt reached = first.get();
        if (reached.socket() != null) {
            visit.connected(new Line(reached.socket()), reached.took());
        }
        var order = new ArrayList<>(all);
        order.remove(reached.at());
        order.addFirst(reached.at());
        visit.resolved(order);
        // That "localhost" has an address of the other kind, at which nobody listens, is as it should be.
        boolean lost = attempts.stream()
                .anyMatch(attempt -> !attempt.succeeded() && !attempt.at().isLoopbackAddress());
        return lost
                ? new Outcome.Warned(
                        Failure.of("doctor.some-addresses", visit.url().shown()), facts.facts())
                : new Outcome.Passed(facts.facts());
    }

    private static List<Attempt> attempts(Visit visit, List<InetAddress> all) throws InterruptedException {
        var running = new ArrayList<Future<Attempt>>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (InetAddress address : all) {
                running.add(executor.submit(() -> attempt(visit, address)));
            }
            var attempts = new ArrayList<Attempt>();
            for (Future<Attempt> each : running) {
                attempts.add(each.get());
            }
            return attempts;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Attempt attempt(Visit visit, InetAddress address) {
        long start = System.nanoTime();
        try {
            Socket socket = visit.connect(address, visit.url().uri().getPort());
            return new Attempt(address, Duration.ofNanos(System.nanoTime() - start), socket, null);
        } catch (IOException e) {
            return new Attempt(address, Duration.ofNanos(System.nanoTime() - start), null, e);
        }
    }

    private static Optional<Attempt> keepFirst(List<Attempt> attempts) {
        List<Attempt> reached = attempts.stream().filter(Attempt::succeeded).toList();
        reached.stream().skip(1).forEach(spare -> {
            if (spare.socket() != null) {
                new Line(spare.socket()).close();
            }
        });
        return reached.stream().findFirst();
    }

    private static Failure failure(Visit visit, List<Attempt> attempts) {
        String where = visit.url().shown();
        IOException worst = attempts.stream()
                .map(Attempt::failed)
                .filter(IOException.class::isInstance)
                .max(Comparator.comparing(Trouble::in))
                .orElseThrow();
        Optional<HostAndPort> proxy = visit.proxy();
        if (proxy.isEmpty()) {
            return Failure.because(worst, Trouble.in(worst).failure, where, visit.host());
        }
        // The words are those of the JDK's own client for SOCKS: what begins so came from the proxy.
        String said = String.valueOf(worst.getMessage());
        return said.startsWith("SOCKS")
                ? Failure.because(worst, "doctor.proxy-says", proxy.get(), where, said)
                : Failure.because(worst, "doctor.proxy-down", proxy.get(), where, said);
    }
}
