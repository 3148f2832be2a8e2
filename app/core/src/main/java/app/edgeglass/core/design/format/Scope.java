package app.edgeglass.core.design.format;

import app.edgeglass.core.design.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * The names that a message can refer to: the variables of its subject, and its own values as far as they are defined. It also
 * bounds how much one message may remember for each subject.
 */
final class Scope {

    static final int MOST_GENERATORS = 200;

    private final List<String> names;
    private final boolean reply;
    private int generators;

    /** @param reply whether it answers a request, which it then can refer to */
    Scope(List<String> variables, boolean reply) {
        this.names = new ArrayList<>(variables);
        this.reply = reply;
    }

    boolean isReply() {
        return reply;
    }

    boolean knows(String name) {
        return names.contains(name);
    }

    void define(String name) {
        names.add(name);
    }

    /** Complains of a template's names that are not known here. */
    void check(Spot spot, Template template) {
        template.names().forEach(name -> check(spot, name));
    }

    boolean check(Spot spot, String name) {
        if (names.contains(name)) {
            return true;
        }
        var near = Spelling.nearest(name, names);
        if (near.isPresent()) {
            spot.wrong("unknown-name.near", name, near.get());
        } else if (names.isEmpty()) {
            spot.wrong("unknown-name.none", name);
        } else {
            spot.wrong("unknown-name", name, String.join(", ", names));
        }
        return false;
    }

    void countGenerator(Spot spot) {
        generators++;
        if (generators == MOST_GENERATORS + 1) {
            spot.wrong("too-many-generators", MOST_GENERATORS);
        }
    }
}
