package app.edgeglass.desktop.shell.notice;

import app.edgeglass.core.error.Failure;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last stop of everything that is thrown and that nobody else took: told in a sentence, and when it is a bug logged
 * with its trace.
 */
public final class ErrorHandler implements Consumer<Throwable>, Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorHandler.class);

    private final Notices notices;

    public ErrorHandler(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void accept(Throwable thrown) {
        Failure failure = Failure.in(thrown);
        if (failure.isBug()) {
            LOG.error("Bug on thread {}", Thread.currentThread().getName(), thrown);
        } else {
            LOG.info("Not handled nearer: {}", failure.sentence());
        }
        notices.failed(failure);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        accept(thrown);
    }
}
