package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.connection.profile.Link.HostAndPort;
import app.edgeglass.core.error.Failure;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which addresses the name of the host has, or that of the proxy. */
final class NameStep implements Step {

    /** A name with more addresses than this is that of a whole cloud. */
    private static final int MOST = 16;

    @Override
    public Outcome examine(Visit visit) {
        Optional<HostAndPort> proxy = visit.proxy();
        String name = proxy.map(HostAndPort::host).orElse(visit.host());
        List<InetAddress> found;
        try {
            found = Arrays.stream(InetAddress.getAllByName(name)).limit(MOST).toList();
        } catch (UnknownHostException e) {
            throw proxy.isPresent()
                    ? Failure.of("doctor.proxy-unknown", proxy.get(), name)
                    : Failure.of("connect.unknown-host", visit.url().shown(), name);
        }
        visit.resolved(found);
        var facts = new FactList();
        for (InetAddress address : found) {
            facts.add(
                    address instanceof Inet6Address ? "doctor.fact.address-6" : "doctor.fact.address-4",
                    address.getHostAddress());
        }
        return proxy.isPresent()
                ? new Outcome.Noted(WORDS.say("doctor.name-proxy", visit.host(), proxy.get()), facts.facts())
                : new Outcome.Passed(facts.facts());
    }
}
