package app.edgeglass.desktop.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the errors that are logged, and everything that is thrown and taken by nobody, while it is open. */
public final class LogWatcher implements AutoCloseable {

    /** Held, since a logger that nobody holds forgets its level. */
    private static final java.util.logging.Logger TOOLKIT = java.util.logging.Logger.getLogger("javafx");

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final ch.qos.logback.classic.Logger root;
    private final AppenderBase<ILoggingEvent> appender;

    public LogWatcher() {
        // As in the program: the toolkit notes to itself where rows come and go quickly.
        TOOLKIT.setLevel(java.util.logging.Level.WARNING);
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
                    errors.add(event.getFormattedMessage()
                            + System.lineSeparator()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
                }
            }
        };
        appender.setContext(context);
        appender.start();
        root.addAppender(appender);
    }

    /** What has been logged as an error so far; the caller may take it as expected by clearing it. */
    public List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
