package app.edgeglass.core.connection.doctor;

import static app.edgeglass.core.connection.doctor.FactList.WORDS;

import app.edgeglass.core.text.Sizes;
import java.io.IOException;
import java.util.Optional;

/** Whether the server's monitoring page can be read at its usual port. Where it cannot, that is no fault. */
final class MonitoringStep implements Step {

    @Override
    public Outcome examine(Visit visit) {
        int port = visit.patience().monitoringPort();
        String shown = visit.host() + ":" + port;
        Optional<Varz> varz;
        try (var line = new Line(visit.connect(visit.addresses().getFirst(), port))) {
            line.send(Varz.REQUEST);
            varz = Varz.in(line.all(visit.patience().each()).text());
        } catch (IOException e) {
            return new Outcome.Noted(WORDS.say("doctor.monitoring-none", shown), Facts.NONE);
        }
        if (varz.isEmpty()) {
            return new Outcome.Noted(WORDS.say("doctor.monitoring-other", shown), Facts.NONE);
        }
        Varz page = varz.get();
        Facts facts = new FactList()
                .add("doctor.fact.monitoring", "http://" + shown)
                .add("doctor.fact.server", page.text("server_name"))
                .add("doctor.fact.version", page.text("version"))
                .add("doctor.fact.uptime", page.text("uptime"))
                .add("doctor.fact.connections", FactList.count(page.number("connections")))
                .add("doctor.fact.ram", Sizes.say(page.number("mem")))
                .add("doctor.fact.slow-consumers", FactList.count(page.number("slow_consumers")))
                .facts();
        boolean same = visit.hello()
                .map(hello -> hello.text("server_id").equals(page.text("server_id")))
                .orElse(true);
        return same
                ? new Outcome.Passed(facts)
                : new Outcome.Noted(WORDS.say("doctor.monitoring-another", shown), facts);
    }
}
