package app.edgeglass.core.design.payload;

import app.edgeglass.core.design.Expansion;
import app.edgeglass.core.design.MessageTemplate;
import app.edgeglass.core.design.payload.MadeMessage.HeaderLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes the messages of one template. What it draws for a subject follows from the seed and the subject alone, whatever
 * is made for the others meanwhile; only a shared counter sees them all. Not safe for use by several threads.
 */
public final class MessageMaker {

    private static final byte[] NOTHING = {};

    private final Expansion subjects;
    private final long seed;
    private final List<Source> values = new ArrayList<>();
    private final List<HeaderSource> headers = new ArrayList<>();
    private final PayloadWriter payload;
    private final int slots;
    private final Memory[] memories;

    private record HeaderSource(String name, Source value) {}

    private record Memory(SplittableRandom random, double[] slots) {}

    /**
     * @param subjects what the template's names refer to, besides its values
     * @param seed two makers with the same draw the same
     */
    public MessageMaker(MessageTemplate template, Expansion subjects, long seed) {
        this.subjects = subjects;
        this.seed = seed;
        this.memories = new Memory[subjects.size()];
        var compiler = new Compiler();
        for (MessageTemplate.Value value : template.values()) {
            values.add(compiler.compile(value.template()));
            compiler.define(value.name());
        }
        for (MessageTemplate.HeaderTemplate header : template.headers()) {
            headers.add(new HeaderSource(header.name(), compiler.text(header.value())));
        }
        this.payload = PayloadWriter.of(template.payload(), compiler);
        this.slots = compiler.slots();
    }

    /** @param index which of the subjects */
    public MadeMessage make(int index, Instant now) {
        return reply(index, now, NOTHING);
    }

    /** @param request the payload of what is answered */
    public MadeMessage reply(int index, Instant now, byte[] request) {
        Memory memory = memory(index);
        @Nullable Object[] drawn = new @Nullable Object[values.size()];
        var draw = new Draw(
                memory.random(),
                memory.slots(),
                name -> subjects.value(index, name).orElse(""),
                drawn,
                now,
                request);
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = values.get(i).next(draw);
        }
        var lines = headers.stream()
                .map(header -> new HeaderLine(
                        header.name(), Numbers.shown(header.value().next(draw))))
                .toList();
        return new MadeMessage(lines, payload.write(draw));
    }

    private Memory memory(int index) {
        Memory memory = memories[index];
        if (memory == null) {
            double[] fresh = new double[slots];
            Arrays.fill(fresh, Double.NaN);
            long ownSeed = seed * 31 + subjects.text(index).hashCode();
            memory = new Memory(new SplittableRandom(ownSeed), fresh);
            memories[index] = memory;
        }
        return memory;
    }
}
