package app.edgeglass.desktop.message;

import app.edgeglass.core.message.BranchRows;
import app.edgeglass.core.message.MessageHead;
import java.util.Optional;

/** One row of the message table, for a table that wants an object for each visible row. Reads the log once. */
final class MessageRow {

    private static final int PREVIEW_BYTES = 1024;

    private final BranchRows rows;
    private final int index;
    private boolean read;
    private Optional<MessageHead> head = Optional.empty();

    MessageRow(BranchRows rows, int index) {
        this.rows = rows;
        this.index = index;
    }

    BranchRows rows() {
        return rows;
    }

    int index() {
        return index;
    }

    boolean isGap() {
        return rows.isGap(index);
    }

    /** The message with the first part of its payload; nothing for a gap and for an evicted message. */
    Optional<MessageHead> head() {
        if (!read) {
            read = true;
            head = MessageTableViewModel.read(rows, index, PREVIEW_BYTES);
        }
        return head;
    }

    // Rows with the same reference are the same row: the table then need not draw it anew.
    @Override
    public boolean equals(Object other) {
        return other instanceof MessageRow row
                && row.rows.capture().equals(rows.capture())
                && row.rows.rows()[row.index] == rows.rows()[index];
    }

    @Override
    public int hashCode() {
        return Long.hashCode(rows.rows()[index]);
    }
}
