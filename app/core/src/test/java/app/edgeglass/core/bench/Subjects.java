package app.edgeglass.core.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The subjects of the benches: {@code site.S.device.D.sensor.X}, six tokens, in an order that is shuffled but always the same. */
final class Subjects {

    private static final int SITES = 10;
    private static final int DEVICES = 1_000;

    private Subjects() {}

    static byte[] name(int number) {
        int site = number % SITES;
        int device = number / SITES % DEVICES;
        int sensor = number / (SITES * DEVICES);
        return ("site." + site + ".device." + device + ".sensor." + sensor).getBytes(StandardCharsets.US_ASCII);
    }

    static int[] shuffled(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        var random = new Random(7);
        for (int i = count - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }
}
