package app.edgeglass.core.connection.change;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.nats.client.BaseConsumerContext;
import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.Dispatcher;
import io.nats.client.FetchConsumer;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStream;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamReader;
import io.nats.client.JetStreamSubscription;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.ObjectStore;
import io.nats.client.ObjectStoreManagement;
import io.nats.client.OrderedConsumerContext;
import io.nats.client.StreamContext;
import io.nats.client.Subscription;
import io.nats.service.Service;
import io.nats.service.ServiceMessage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each method of the client library does to a server. */
enum ClientCalls {
    CONNECTION(Connection.class, "publish request requestWithTimeout", "", """
            RTT addConnectionListener clearLastError close closeDispatcher createDispatcher createInbox drain flush \
            flushBuffer forceReconnect getClientInetAddress getConnectedUrl getConsumerContext getLastError getMaxPayload \
            getOptions getServerInfo getServers getStatistics getStatus getStreamContext jetStream jetStreamManagement \
            keyValue keyValueManagement objectStore objectStoreManagement outgoingPendingBytes \
            outgoingPendingMessageCount removeConnectionListener subscribe"""),
    // Each subscription to JetStream makes a consumer.
    JETSTREAM(JetStream.class, "publish publishAsync subscribe", "", "getConsumerContext getStreamContext"),
    MANAGEMENT(JetStreamManagement.class, """
            addOrUpdateConsumer addStream createConsumer pauseConsumer resetConsumer resumeConsumer unpinConsumer \
            updateConsumer updateStream""", "deleteConsumer deleteMessage deleteStream purgeStream", """
            getAccountStatistics getConsumerInfo getConsumerNames getConsumers getFirstMessage getLastMessage getMessage \
            getNextMessage getStreamInfo getStreamNames getStreams jetStream keyValue keyValueManagement objectStore \
            objectStoreManagement"""),
    STREAM(
            StreamContext.class,
            "createOrUpdateConsumer createOrderedConsumer",
            "deleteConsumer deleteMessage purge",
            """
            getConsumerContext getConsumerInfo getConsumerNames getConsumers getFirstMessage getLastMessage getMessage \
            getNextMessage getStreamInfo getStreamName"""),
    // What is delivered is taken from the consumer.
    CONSUMER(
            BaseConsumerContext.class,
            "consume fetch fetchBytes fetchMessages iterate next unpin",
            "",
            "getConsumerName"),
    NAMED_CONSUMER(ConsumerContext.class, "", "", "getCachedConsumerInfo getConsumerInfo"),
    ORDERED_CONSUMER(OrderedConsumerContext.class, "", "", "getConsumerName"),
    PULLING(
            JetStreamSubscription.class,
            "fetch iterate pull pullExpiresIn pullNoWait reader",
            "",
            "getConsumerInfo getConsumerName getStreamName"),
    CONSUMING(
            MessageConsumer.class,
            "",
            "",
            "close getCachedConsumerInfo getConsumerInfo getConsumerName isFinished isStopped stop"),
    FETCHING(FetchConsumer.class, "", "", "nextMessage"),
    ITERATING(IterableConsumer.class, "", "", "nextMessage"),
    READING(JetStreamReader.class, "", "", "nextMessage stop"),
    // Watching, and listing keys, is done by a consumer.
    KEYS(
            KeyValue.class,
            "consumeKeys create history keys put update watch watchAll",
            "delete purge purgeDeletes",
            "get getBucketName getStatus"),
    BUCKETS(KeyValueManagement.class, "create update", "delete", "getBucketInfo getBucketNames getStatus getStatuses"),
    // An object's chunks come by a consumer.
    OBJECTS(
            ObjectStore.class,
            "addBucketLink addLink get getList put updateMeta watch",
            "delete seal",
            "getBucketName getInfo getStatus"),
    OBJECT_BUCKETS(ObjectStoreManagement.class, "create", "delete", "getBucketNames getStatus getStatuses"),
    MESSAGE(Message.class, "ack ackSync inProgress nak nakWithDelay term", "", """
            consumeByteCount getConnection getData getHeaders getReplyTo getSID getStatus getSubject getSubscription \
            hasHeaders isJetStream isStatusMessage isUtf8mode lastAck metaData"""),
    DISPATCHER(Dispatcher.class, "", "", "start subscribe unsubscribe"),
    SUBSCRIPTION(Subscription.class, "", "", "getDispatcher getQueueName getSubject nextMessage unsubscribe"),
    // A service answers, which is publishing.
    SERVICE(Service.class, "startService addServiceEndpoints", "", """
            builder getDescription getDrainTimeout getEndpointStats getId getInfoResponse getName getPingResponse \
            getStatsResponse getVersion isStarted reset stop toString"""),
    SERVICE_MESSAGE(
            ServiceMessage.class,
            "respond respondStandardError",
            "",
            "getData getHeaders getReplyTo getSubject hasHeaders");

    /** What a method does. */
    enum Effect {
        READS,
        CHANGES,
        DESTROYS
    }

    private final Class<?> type;
    private final String changing;
    private final String destroying;
    private final String reading;

    ClientCalls(Class<?> type, String changing, String destroying, String reading) {
        this.type = type;
        this.changing = changing;
        this.destroying = destroying;
        this.reading = reading;
    }

    /** What a call does; nothing when it is no call of the client. */
    static Optional<Effect> effect(JavaCodeUnitAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        Optional<Effect> found = Optional.empty();
        for (ClientCalls each : values()) {
            if (owner.isAssignableTo(each.type)) {
                Optional<Effect> effect = each.effect(call.getTarget().getName());
                if (effect.isPresent() && (found.isEmpty() || effect.get().compareTo(found.get()) > 0)) {
                    found = effect;
                }
            }
        }
        return found;
    }

    private Optional<Effect> effect(String name) {
        if (names(destroying, name)) {
            return Optional.of(Effect.DESTROYS);
        }
        if (names(changing, name)) {
            return Optional.of(Effect.CHANGES);
        }
        return names(reading, name) ? Optional.of(Effect.READS) : Optional.empty();
    }

    private static boolean names(String methods, String name) {
        return List.of(methods.split(" ")).contains(name);
    }

    /** The methods of the client that nobody has looked at yet, such as those that a new release brings. */
    static List<String> unknown() {
        var unknown = new ArrayList<String>();
        for (ClientCalls each : values()) {
            for (Method method : each.type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && each.effect(method.getName()).isEmpty()) {
                    unknown.add(each.type.getSimpleName() + "." + method.getName());
                }
            }
        }
        return unknown;
    }
}
