package app.edgeglass.core.design.payload;

import app.edgeglass.core.design.Generator.Choice;
import app.edgeglass.core.design.Generator.Counter;
import app.edgeglass.core.design.Generator.TimeFormat;
import app.edgeglass.core.design.Generator.Walk;
import app.edgeglass.core.design.Generator.Wave;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** How values are drawn. What is remembered stands in the draw's memory at a slot. */
final class Drawing {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Drawing() {}

    static Number walk(Walk walk, int slot, Draw draw) {
        SplittableRandom random = draw.random();
        double last = draw.memory()[slot];
        double next;
        if (Double.isNaN(last)) {
            next = between(random, walk.min(), walk.max());
        } else {
            next = last + between(random, -walk.step(), walk.step());
            // It turns at a bound rather than sticking to it.
            next = next > walk.max() ? 2 * walk.max() - next : next;
            next = next < walk.min() ? 2 * walk.min() - next : next;
            next = Math.clamp(next, walk.min(), walk.max());
        }
        draw.memory()[slot] = next;
        boolean spike = walk.spikeChance() > 0 && random.nextDouble() < walk.spikeChance();
        return Numbers.rounded(spike ? next + walk.spike() * between(random, 0.5, 1) : next, walk.decimals());
    }

    static Number wave(Wave wave, int slot, Draw draw) {
        if (Double.isNaN(draw.memory()[slot])) {
            draw.memory()[slot] = draw.random().nextDouble();
        }
        double turns = draw.now().toEpochMilli() / (double) wave.period().toMillis() + draw.memory()[slot];
        double middle = (wave.min() + wave.max()) / 2;
        double value = middle + (wave.max() - middle) * Math.sin(2 * Math.PI * turns);
        return Numbers.rounded(value + between(draw.random(), -wave.noise(), wave.noise()), wave.decimals());
    }

    static Object counter(Counter counter, double[] memory, int slot) {
        double next = Double.isNaN(memory[slot]) ? counter.start() : memory[slot] + counter.step();
        memory[slot] = next;
        long value = (long) next;
        return counter.pad() == 0 ? (Object) value : String.format("%0" + counter.pad() + "d", value);
    }

    static int choice(Choice choice, double[] weights, int slot, Draw draw) {
        double last = draw.memory()[slot];
        if (!Double.isNaN(last) && draw.random().nextDouble() < choice.stay()) {
            return (int) last;
        }
        int chosen = weighted(draw.random(), weights);
        draw.memory()[slot] = chosen;
        return chosen;
    }

    /** @param weights not all zero */
    static int weighted(SplittableRandom random, double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double rest = random.nextDouble() * sum;
        int chosen = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                chosen = i;
                if (rest < weights[i]) {
                    return i;
                }
            }
            rest -= weights[i];
        }
        return chosen;
    }

    static Object time(TimeFormat format, Instant now) {
        return switch (format) {
            case ISO -> ISO.format(now);
            case EPOCH_S -> now.getEpochSecond();
            case EPOCH_MS -> now.toEpochMilli();
            case EPOCH_NS -> now.getEpochSecond() * 1_000_000_000L + now.getNano();
        };
    }

    static String uuid(SplittableRandom random) {
        long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    static Number product(List<Object> factors, int decimals) {
        double product = 1;
        for (Object factor : factors) {
            product *= Numbers.in(factor);
        }
        return Numbers.rounded(product, decimals);
    }

    static double between(SplittableRandom random, double least, double most) {
        return least < most ? random.nextDouble(least, most) : least;
    }
}
