package app.edgeglass.core.transfer;

import app.edgeglass.core.message.Header;
import java.util.List;
import java.util.Optional;

/**
 * A message on its way from one place to another.
 *
 * @param place where it comes from: a sequence of the stream or a line of the file
 * @param headers as they were
 * @param payload the exact bytes; whoever holds the record must not change them
 * @param id by which a stream knows it again, so that what is sent twice is stored once
 */
record Parcel(long place, String subject, List<Header> headers, byte[] payload, String id) {

    Parcel {
        headers = List.copyOf(headers);
    }

    /** The id that the message had before, if it had one. */
    static Optional<String> ownId(List<Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equals("Nats-Msg-Id"))
                .map(Header::value)
                .findFirst();
    }
}
