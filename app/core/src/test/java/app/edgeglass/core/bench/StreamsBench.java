package app.edgeglass.core.bench;

import app.edgeglass.core.browse.SequentialRead;
import app.edgeglass.core.connection.Session;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.jetstream.StreamRef;
import app.edgeglass.core.testing.TestClient;
import java.time.Clock;

public final class StreamsBench {
    public static void main(String[] args) throws Exception {
        long n = Long.parseLong(args[0]);
        try (var stream = new LargeStream(n)) {
            System.out.println("there");
            var session = new Session(Profile.of(stream.url()), Clock.systemUTC());
            session.open();
            try (session) {
                for (int r = 0; r < 4; r++) {
                    long t = System.nanoTime();
                    long[] c = {0};
                    int most = 1_000_000;
                    try (var client = TestClient.connect(stream.url())) {
                        var ctx = client.connection()
                                .getStreamContext(LargeStream.NAME)
                                .createOrderedConsumer(new io.nats.client.api.OrderedConsumerConfiguration());
                        var done = new java.util.concurrent.CountDownLatch(1);
                        var consumer = ctx.consume(
                                io.nats.client.ConsumeOptions.builder()
                                        .batchSize(5000)
                                        .build(),
                                m -> {
                                    if (++c[0] == most) done.countDown();
                                });
                        done.await();
                        consumer.stop();
                    }
                    double s = (System.nanoTime() - t) / 1e9;
                    System.out.printf("ordered %,.0f/s%n", c[0] / s);
                    t = System.nanoTime();
                    var read =
                            new SequentialRead(new StreamRef(session, LargeStream.NAME)).read(1, most, ">", m -> true);
                    s = (System.nanoTime() - t) / 1e9;
                    System.out.printf("ours %,.0f/s %s%n", read.messages() / s, read);
                }
            }
        }
    }
}
