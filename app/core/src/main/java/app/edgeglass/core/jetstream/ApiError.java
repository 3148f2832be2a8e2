package app.edgeglass.core.jetstream;

import java.util.Optional;

/**
 * What JetStream answered instead of doing what it was asked for. Stands as the cause behind the failure that a person
 * meets, for code that goes another way on one of the errors.
 *
 * <p>The numbers are those of {@code errors.json} of nats-server.
 */
public final class ApiError extends Exception {

    private static final long serialVersionUID = 1L;

    public static final int CONSUMER_NOT_FOUND = 10014;
    public static final int MESSAGE_NOT_FOUND = 10037;
    public static final int STREAM_NAME_TAKEN = 10058;
    public static final int STREAM_NOT_FOUND = 10059;
    public static final int SNAPSHOT_FAILED = 10064;
    public static final int RESTORE_NAME_TAKEN = 10130;

    private final int status;
    private final int number;
    private final String description;

    ApiError(int status, int number, String description) {
        super(description + " [" + number + "]");
        this.status = status;
        this.number = number;
        this.description = description;
    }

    /** The refusal behind a failure, if one is. */
    public static Optional<ApiError> behind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ApiError error) {
                return Optional.of(error);
            }
        }
        return Optional.empty();
    }

    /** Whether a failure is exactly this refusal. */
    public static boolean is(Throwable failure, int number) {
        return behind(failure).filter(error -> error.number == number).isPresent();
    }

    /** As HTTP has it, such as 404. */
    public int status() {
        return status;
    }

    /** The number that tells one refusal from another, such as 10059. 0 of a server that gave none. */
    public int number() {
        return number;
    }

    /** In the server's words. */
    public String description() {
        return description;
    }
}
