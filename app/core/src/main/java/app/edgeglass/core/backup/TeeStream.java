package app.edgeglass.core.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Writes down what passes, and sums it up. */
final class TeeStream extends InputStream {

    private final InputStream in;
    private final OutputStream out;
    private final MessageDigest sum;

    TeeStream(InputStream in, OutputStream out, MessageDigest sum) {
        this.in = in;
        this.out = out;
        this.sum = sum;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            out.write(one);
            sum.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int some = in.read(target, from, length);
        if (some > 0) {
            out.write(target, from, some);
            sum.update(target, from, some);
        }
        return some;
    }
}
