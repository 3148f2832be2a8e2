package app.edgeglass.core.connection;

import io.nats.client.impl.SocketDataPortWithWriteTimeout;
import java.io.IOException;

/** The client's connection to a socket, with a {@link ProtocolGuard} in what it reads. The client makes it, by its name. */
public final class GuardedDataPort extends SocketDataPortWithWriteTimeout {

    private final ProtocolGuard guard = new ProtocolGuard(super::read);

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        return guard.read(into, offset, length);
    }
}
