package app.edgeglass.core.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.stream.Stream;

/** Processes and ports, as tests see them. */
final class TestProcesses {

    private TestProcesses() {}

    static boolean isRunning(long pid) {
        return ProcessHandle.of(pid).filter(TestProcesses::isRunning).isPresent();
    }

    /** A zombie does not count: who takes note of it is up to the machine. */
    static boolean isRunning(ProcessHandle process) {
        return ServerProcess.isRunning(process);
    }

    /** To one process or to several at once; of several, some may go because of others that went. */
    static void signal(String name, long... pids) {
        String[] command = Stream.concat(
                        Stream.of("kill", "-s", name), Arrays.stream(pids).mapToObj(Long::toString))
                .toArray(String[]::new);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0 && pids.length == 1) {
                throw new IllegalStateException("kill ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
