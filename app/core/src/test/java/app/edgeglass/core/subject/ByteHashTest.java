package app.edgeglass.core.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Names at a site are counted through; a hash that puts neighbours side by side turns each look-up into a search. */
class ByteHashTest {

    private static final int KEYS = 100_000;
    private static final int SLOTS = 1 << 18;

    /** The longest run of taken slots that linear probing would have to walk. */
    private static int longestRun(IntUnaryOperator hashOfKey) {
        var taken = new boolean[SLOTS];
        for (int key = 0; key < KEYS; key++) {
            int slot = hashOfKey.applyAsInt(key) & (SLOTS - 1);
            while (taken[slot]) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            taken[slot] = true;
        }
        int longest = 0;
        int run = 0;
        for (boolean slot : taken) {
            run = slot ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    @Test
    void pairsOfParentAndTokenAreSpread() {
        assertThat(longestRun(key -> ByteHash.ofPair(1 + key / 1_000, key % 1_000)))
                .isLessThan(60);
        assertThat(longestRun(key -> ByteHash.ofPair(key * 7, 3))).isLessThan(60);
        assertThat(longestRun(key -> ByteHash.ofPair(5, key))).isLessThan(60);
    }

    @Test
    void namesThatAreCountedThroughAreSpread() {
        assertThat(longestRun(key -> low("site." + key % 10 + ".device." + key / 10 + ".temp")))
                .isLessThan(60);
        assertThat(longestRun(key -> low(Integer.toString(key)))).isLessThan(60);
    }

    private static int low(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        long hash = ByteHash.of(bytes, 0, bytes.length);
        return (int) (hash ^ (hash >>> 32));
    }

    @Test
    void theHashIsOfTheBytesAloneWhereverTheyStand() {
        byte[] bytes = "device.17.temp".getBytes(StandardCharsets.UTF_8);
        byte[] elsewhere = new byte[40];
        Arrays.fill(elsewhere, (byte) 'x');
        System.arraycopy(bytes, 0, elsewhere, 13, bytes.length);
        assertThat(ByteHash.of(elsewhere, 13, bytes.length)).isEqualTo(ByteHash.of(bytes, 0, bytes.length));
    }
}
