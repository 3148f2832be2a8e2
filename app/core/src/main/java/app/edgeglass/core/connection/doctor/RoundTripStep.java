package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.error.Failure;
import io.nats.client.Connection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.concurrent.CancellationException;

/** How long a ping takes, several times. */
final class RoundTripStep implements Step {

    private static final int PINGS = 7;

    @Override
    public Outcome examine(Visit visit) {
        Connection connection = visit.session().liveConnection();
        var times = new ArrayList<Duration>();
        try {
            while (times.size() < PINGS) {
                times.add(connection.RTT());
            }
        } catch (IOException | CancellationException e) {
            throw Failure.because(e, "doctor.no-pong", visit.url().shown());
        }
        Collections.sort(times);
        return new Outcome.Passed(new FactList()
                .add("doctor.fact.shortest", FactList.latency(times.getFirst()))
                .add("doctor.fact.median", FactList.latency(times.get(PINGS / 2)))
                .add("doctor.fact.longest", FactList.latency(times.getLast()))
                .facts());
    }
}
