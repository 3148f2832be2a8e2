package app.edgeglass.core.backup;

import app.edgeglass.core.error.Failure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a file, and stops when the person wants it to. */
final class CountingStream extends FilterInputStream {

    private final BackupProgress progress;
    private long read;

    CountingStream(InputStream in, BackupProgress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int some = super.read(target, from, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int some) {
        if (progress.isCancelled()) {
            throw Failure.of("backup.cancelled");
        }
        read += some;
        progress.reach(read);
    }
}
