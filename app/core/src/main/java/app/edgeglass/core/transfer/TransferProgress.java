package app.edgeglass.core.transfer;

/**
 * How far a transfer is.
 *
 * @param messages how many are done
 * @param bytes of their payloads
 * @param place where it is: a sequence of the stream or a line of the file
 * @param first where it began
 * @param last where it ends; 0 while that is not known
 */
public record TransferProgress(long messages, long bytes, long place, long first, long last) {

    public static final TransferProgress BEGUN = new TransferProgress(0, 0, 0, 0, 0);

    /** From 0 to 1; less than 0 while nothing is known. */
    public double part() {
        return last == 0 ? -1 : (double) (place - first + 1) / Math.max(1, last - first + 1);
    }
}
