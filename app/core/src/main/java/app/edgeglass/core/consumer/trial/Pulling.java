package app.edgeglass.core.consumer.trial;

import app.edgeglass.core.consumer.trial.PullEnd.Why;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Follows one request to a pull consumer after the other. The server says its end by a message with a status, which may get lost
 * with the connection; so it is also over when nothing was heard for too long. Safe for use by several
 * threads.
 *
 * <p>Source of the statuses: {@code consumer.go} of nats-server 2.10 to 2.15, ADR-37.
 */
final class Pulling {

    static final int ALIVE = 100;
    static final Duration LOOK_EVERY = Duration.ofMillis(200);
    static final Duration REST = Duration.ofSeconds(1);

    /** With less a request would mostly be refused for being too small for any message. */
    static final long LEAST_ROOM = 1L << 20;

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int BAD = 400;
    private static final int NOTHING = 404;
    private static final int TIME_UP = 408;
    private static final int CONFLICT = 409;
    private static final int OTHER_PIN = 423;
    private static final int NOBODY = 503;

    private final String subject;
    private final PullRequest.Limits limits;
    private String pin = "";
    private String replyTo = "";
    private long number;
    private int wanted;
    private int came;
    private long reconnects;
    private long deadline;
    private long heard;
    private long silence;
    private @Nullable PullEnd end;

    Pulling(String subject, JsonNode config) {
        this.subject = subject;
        this.limits = new PullRequest.Limits(
                config.path("max_batch").asInt(0),
                Duration.ofNanos(config.path("max_expires").asLong(0)),
                config.path("max_bytes").asInt(0));
    }

    String subject() {
        return subject;
    }

    PullRequest.Limits limits() {
        return limits;
    }

    synchronized String pin() {
        return pin;
    }

    /**
     * Notes that a request is about to be sent.
     *
     * @param inbox below which it is answered: each request at a subject of its own, since the server may still say something
     *     about the one before
     * @return where it is answered
     */
    synchronized String begin(PullRequest request, String inbox, long reconnectsNow) {
        number++;
        replyTo = inbox + "." + number;
        wanted = request.batch();
        came = 0;
        reconnects = reconnectsNow;
        heard = System.nanoTime();
        deadline = heard + request.expires().plus(GRACE).toNanos();
        silence = request.heartbeat()
                .map(every -> every.multipliedBy(2).plus(GRACE).toNanos())
                .orElse(Long.MAX_VALUE / 2);
        end = null;
        return replyTo;
    }

    /** For how long the server may still answer the present request; nothing when it has ended. */
    synchronized Duration left() {
        return end != null || replyTo.isEmpty()
                ? Duration.ZERO
                : Duration.ofNanos(Math.max(0, deadline - GRACE.toNanos() - System.nanoTime()));
    }

    /** Where the present request is answered. */
    synchronized String replyTo() {
        return replyTo;
    }

    synchronized void came(Taken message) {
        heard = System.nanoTime();
        came++;
        message.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("Nats-Pin-Id"))
                .findFirst()
                .ifPresent(header -> pin = header.value());
    }

    /** Whether there is no such consumer any more. */
    boolean isGone(int code, @Nullable String said) {
        return code == NOBODY
                || (code == CONFLICT && said != null && lower(said).contains("consumer deleted"));
    }

    /** @param at where it came, which tells of which request it is */
    synchronized void status(int code, String said, String at) {
        if (!at.equals(replyTo)) {
            return;
        }
        heard = System.nanoTime();
        switch (code) {
            case ALIVE -> {}
            case NOTHING -> end = new PullEnd(Why.NOTHING_THERE, said);
            case TIME_UP -> end = new PullEnd(Why.TIME_UP, said);
            case OTHER_PIN -> {
                pin = "";
                end = new PullEnd(Why.LOST, said);
            }
            case CONFLICT -> end = new PullEnd(why(lower(said)), said);
            case BAD -> end = new PullEnd(Why.REFUSED, said);
            default -> end = new PullEnd(Why.REFUSED, code + " " + said);
        }
    }

    private static Why why(String said) {
        if (said.contains("batch completed")) {
            return Why.COMPLETE;
        }
        return said.contains("leadership change") || said.contains("server shutdown") ? Why.LOST : Why.REFUSED;
    }

    private static String lower(String said) {
        return said.toLowerCase(Locale.ROOT);
    }

    /** The end of the request, once it has one. */
    synchronized Optional<PullEnd> end(long reconnectsNow) {
        if (came >= wanted) {
            return Optional.of(new PullEnd(Why.COMPLETE, ""));
        }
        if (end != null) {
            return Optional.of(end);
        }
        long now = System.nanoTime();
        boolean late = now > deadline || now - heard > silence;
        return late || reconnectsNow != reconnects ? Optional.of(new PullEnd(Why.LOST, "")) : Optional.empty();
    }
}
