package app.edgeglass.core.design.simulation;

import app.edgeglass.core.design.DeadLetter;
import app.edgeglass.core.design.payload.MadeMessage;
import app.edgeglass.core.design.payload.MadeMessage.HeaderLine;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Listens for what was delivered too often, gets the message from its stream, and publishes it under the dead letters' subject
 * with headers that say where it came from. The advisory is described in ADR-10, the request for a message in the JetStream
 * wire API ({@code $JS.API.STREAM.MSG.GET}).
 */
final class DeadLetterPlayer {

    private static final String ADVISORY = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.";
    private static final String GET = "$JS.API.STREAM.MSG.GET.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DeadLetter letter;
    private final Stage stage;

    DeadLetterPlayer(DeadLetter letter, Stage stage) {
        this.letter = letter;
        this.stage = stage;
    }

    void listen(Dispatcher dispatcher) {
        dispatcher.subscribe(
                ADVISORY + letter.stream() + "." + letter.consumer().orElse("*"), this::advised);
    }

    private void advised(Message advisory) {
        stage.later().run(Duration.ZERO, () -> fetch(advisory.getData()));
    }

    private void fetch(byte[] advisory) {
        try {
            JsonNode told = JsonMapper.shared().readTree(advisory);
            long sequence = told.path("stream_seq").asLong();
            String consumer = told.path("consumer").asString();
            long deliveries = told.path("deliveries").asLong();
            var request =
                    new MadeMessage(List.of(), ("{\"seq\":" + sequence + "}").getBytes(StandardCharsets.US_ASCII));
            var answer = stage.wire().request(GET + letter.stream(), request, PATIENCE);
            if (answer != null) {
                var _ = answer.thenAccept(reply ->
                        stage.later().run(Duration.ZERO, () -> bury(reply.getData(), consumer, sequence, deliveries)));
            }
        } catch (JacksonException e) {
            stage.wire().failed(letter.subject().text(), e);
        }
    }

    private void bury(byte[] answer, String consumer, long sequence, long deliveries) {
        try {
            JsonNode message = JsonMapper.shared().readTree(answer).path("message");
            if (message.isMissingNode()) {
                // The stream has dropped it in the meantime: its limits are tighter than its consumer is slow.
                return;
            }
            String subject = letter.subject().fill(name -> name.equals("stream") ? letter.stream() : consumer);
            var headers = new ArrayList<HeaderLine>();
            headers.add(new HeaderLine(
                    "Dead-Letter-Subject", message.path("subject").asString()));
            headers.add(new HeaderLine("Dead-Letter-Stream", letter.stream()));
            headers.add(new HeaderLine("Dead-Letter-Consumer", consumer));
            headers.add(new HeaderLine("Dead-Letter-Sequence", Long.toString(sequence)));
            headers.add(new HeaderLine("Dead-Letter-Deliveries", Long.toString(deliveries)));
            // Two programs that run the same world both hear of it; the stream keeps one.
            headers.add(new HeaderLine("Nats-Msg-Id", letter.stream() + "." + consumer + "." + sequence));
            byte[] payload = Base64.getDecoder().decode(message.path("data").asString(""));
            stage.wire().store(subject, new MadeMessage(headers, payload), () -> {}, stage.tally().deadLetters);
        } catch (JacksonException | IllegalArgumentException e) {
            stage.wire().failed(letter.subject().text(), e);
        }
    }
}
