package app.edgeglass.core.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A file of exported messages. */
public final class ImportFile {

    private final Path path;
    private volatile boolean cancelled;

    public ImportFile(Path path) {
        this.path = path;
    }

    /** Takes messages. */
    @FunctionalInterface
    interface Each<E extends Exception> {

        /** @return whether to go on */
        boolean take(Parcel parcel) throws E;
    }

    /**
     * What is in the file, and whether a stream takes it; nothing was sent to find out.
     *
     * @param messages how many there are, up to the line that cannot be read if there is one
     * @param bytes of their payloads
     * @param notTaken how many have a subject that the stream does not listen to
     * @param example one of those subjects; empty when there is none
     * @param largest the largest payload with its headers
     * @param broken what is wrong with the first line that cannot be read
     */
    public record Summary(
            long messages, long bytes, long notTaken, String example, long largest, Optional<Failure> broken) {}

    /**
     * Reads all of it and sends nothing.
     *
     * @throws Failure {@code transfer.file} when it cannot be read
     * @throws CancellationException after {@link #cancel}
     */
    public Summary look(Destination to) {
        var counts = new long[4];
        var example = new String[] {""};
        Optional<Failure> broken = Optional.empty();
        try {
            this.<RuntimeException>read(1, parcel -> {
                var draft = to.draft(parcel);
                counts[0]++;
                counts[1] += parcel.payload().length;
                if (!to.takes(draft.subject())) {
                    counts[2]++;
                    example[0] = example[0].isEmpty() ? draft.subject() : example[0];
                }
                counts[3] = Math.max(counts[3], (long) parcel.payload().length + draft.headerBytes());
                return !cancelled;
            });
        } catch (Failure e) {
            if (!e.key().equals("transfer.line")) {
                throw e;
            }
            broken = Optional.of(e);
        }
        if (cancelled) {
            throw new CancellationException(path.toString());
        }
        return new Summary(counts[0], counts[1], counts[2], example[0], counts[3], broken);
    }

    /** Ends a look at it; by any thread. */
    public void cancel() {
        cancelled = true;
    }

    /** Reads from a line on; the first is 1. */
    <E extends Exception> void read(long from, Each<E> each) throws E {
        long number = 0;
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("interrupted");
                }
                if (number < from) {
                    continue;
                }
                Optional<Parcel> parcel = MessageLine.read(line, number);
                if (parcel.isPresent() && !each.take(parcel.get())) {
                    return;
                }
            }
        } catch (CharacterCodingException e) {
            throw Failure.because(e, "transfer.line", number + 1);
        } catch (NoSuchFileException e) {
            throw Failure.because(e, "transfer.file-missing", path);
        } catch (IOException e) {
            throw Failure.because(e, "transfer.file", path, KeptFile.reason(e));
        }
    }
}
