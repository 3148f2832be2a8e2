package app.edgeglass.core.publish;

import app.edgeglass.core.connection.Permit;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.SessionState;
import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The one way from a draft to the wire. */
record Outgoing(Session session) {

    /**
     * Asks everything that can be asked before sending.
     *
     * @param change what is about to be done with it
     * @throws Failure when it is not allowed or not valid
     */
    Permit approve(Draft draft, Change change) {
        Permit permit = session.guard().allow(change);
        if (draft.rollsUp()) {
            permit = session.guard().allow(Change.rollUp(draft.subject()));
        }
        DraftCheck.refuse(draft, maxPayload());
        return permit;
    }

    /**
     * Refuses while the server is silent: what is sent then arrives when it wakes up, if ever.
     *
     * @throws Failure when it is
     */
    void refuseSilence(Draft draft) {
        if (session.silentSince().isPresent()) {
            throw Failure.of("publish.silent", draft.subject());
        }
    }

    /**
     * Hands an approved draft to the client, which sends it at once. Waits a quarter of a second at most, when the server
     * takes what was sent before too slowly.
     *
     * @throws Failure when there is no connection to send it on, or a silent one
     */
    void send(Permit permit, Draft draft) {
        refuseSilence(draft);
        try {
            permit.connection().publish(message(draft));
        } catch (IllegalStateException e) {
            throw Failure.because(e, "publish.not-taken", draft.subject());
        } catch (IllegalArgumentException e) {
            throw Failure.because(e, "publish.client-refused", draft.subject(), String.valueOf(e.getMessage()));
        }
    }

    /**
     * Hands an approved draft over as a request; what it would wait for is the same as for {@link #send}.
     *
     * @throws Failure when there is no connection to send it on, or a silent one
     */
    CompletableFuture<Message> ask(Permit permit, Draft draft, Duration patience) {
        refuseSilence(draft);
        try {
            return permit.connection().requestWithTimeout(message(draft), patience);
        } catch (IllegalStateException e) {
            throw Failure.because(e, "publish.not-taken", draft.subject());
        } catch (IllegalArgumentException e) {
            throw Failure.because(e, "publish.client-refused", draft.subject(), String.valueOf(e.getMessage()));
        }
    }

    /** The largest payload that the server takes, headers included, in bytes; 0 while it is not known. */
    long maxPayload() {
        return session.state() instanceof SessionState.Live live ? live.server().maxPayload() : 0;
    }

    private static NatsMessage message(Draft draft) {
        var builder = NatsMessage.builder().subject(draft.subject()).data(draft.payload());
        String replyTo = draft.replyTo();
        if (replyTo != null) {
            builder.replyTo(replyTo);
        }
        if (!draft.headers().isEmpty()) {
            var headers = new Headers();
            draft.headers().forEach(header -> headers.add(header.name(), header.value()));
            builder.headers(headers);
        }
        return builder.build();
    }
}
