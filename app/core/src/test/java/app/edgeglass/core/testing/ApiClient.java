package app.edgeglass.core.testing;

import io.nats.client.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Another client of a JetStream, which asks it by plain requests. */
public record ApiClient(TestClient client) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public static ApiClient connect(String url) {
        return new ApiClient(TestClient.connect(url));
    }

    /** @throws AssertionError when the answer is an error */
    public ObjectNode ask(String verb, String body) {
        ObjectNode json = answer(verb, body);
        if (json.has("error")) {
            throw new AssertionError(verb + ": " + json.get("error"));
        }
        return json;
    }

    /** Whatever it answers. */
    public ObjectNode answer(String verb, String body) {
        try {
            Message answer =
                    client.connection().request("$JS.API." + verb, body.getBytes(StandardCharsets.UTF_8), PATIENCE);
            if (answer == null) {
                return JsonMapper.shared().createObjectNode().put("error", "no answer");
            }
            return (ObjectNode) JsonMapper.shared().readTree(answer.getData());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Publishes, and waits until the server has it. */
    public void publish(String subject, String text) {
        try {
            client.connection().publish(subject, text.getBytes(StandardCharsets.UTF_8));
            client.connection().flush(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    /** Takes the next message of a consumer and answers it, such as {@code -NAK}. */
    public boolean take(String stream, String consumer, String answer) {
        try {
            String inbox = client.connection().createInbox();
            var subscription = client.connection().subscribe(inbox);
            client.connection()
                    .publish(
                            "$JS.API.CONSUMER.MSG.NEXT." + stream + "." + consumer,
                            inbox,
                            "{\"batch\":1,\"expires\":500000000}".getBytes(StandardCharsets.UTF_8));
            Message message = subscription.nextMessage(Duration.ofSeconds(2));
            subscription.unsubscribe();
            if (message == null || message.isStatusMessage()) {
                return false;
            }
            client.connection().publish(message.getReplyTo(), answer.getBytes(StandardCharsets.UTF_8));
            client.connection().flush(PATIENCE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
