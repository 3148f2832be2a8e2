package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.BucketDesign;
import app.edgeglass.core.design.SubjectDesign;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.Words;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.api.PublishAck;
import io.nats.client.api.StreamInfoOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Writes the first revisions of the keys that a bucket does not have yet. */
final class KeyFill {

    private static final Words WORDS = Words.of("app.edgeglass.core.words", Locale.getDefault());
    /** So many puts are under way at once: enough not to wait for each, few enough for a slow link. */
    private static final int WINDOW = 256;

    private static final int PATIENCE_SECONDS = 10;

    private final SubjectDesign design;
    private final Connection connection;
    private final ServerCalls calls;

    KeyFill(SubjectDesign design, Connection connection) {
        this.design = design;
        this.connection = connection;
        this.calls = new ServerCalls(design.title());
    }

    /** @param players the players of this bucket's keys */
    void fill(BucketDesign bucket, List<KeyPlayer> players) {
        String what = WORDS.say("simulation.kind.key", bucket.name());
        Set<String> there = calls.find(
                        what,
                        () -> connection
                                .jetStreamManagement(Assets.PATIENT)
                                .getStreamInfo("KV_" + bucket.name(), StreamInfoOptions.allSubjects())
                                .getStreamState()
                                .getSubjectMap()
                                .keySet())
                .orElse(Set.of());
        calls.create(what, () -> {
            JetStream jetStream = connection.jetStream(Assets.PATIENT);
            for (KeyPlayer player : players) {
                write(jetStream, player, there, what);
            }
        });
    }

    private void write(JetStream jetStream, KeyPlayer player, Set<String> there, String what) throws IOException {
        var window = new ArrayList<CompletableFuture<PublishAck>>();
        for (int revision = 0; revision < player.revisions(); revision++) {
            for (int key = 0; key < player.keys(); key++) {
                String subject = player.subject(key);
                if (!there.contains(subject)) {
                    var message = player.make(key);
                    window.add(jetStream.publishAsync(subject, Wire.headers(message), message.payload()));
                }
                if (window.size() == WINDOW) {
                    await(window, what);
                }
            }
        }
        await(window, what);
    }

    private void await(List<CompletableFuture<PublishAck>> window, String what) throws IOException {
        try {
            CompletableFuture.allOf(window.toArray(new CompletableFuture<?>[0]))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            window.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.because(e, "design.broken-off", design.title());
        } catch (ExecutionException | TimeoutException e) {
            throw Failure.because(e, "design.no-answer", what);
        }
    }
}
