package app.edgeglass.desktop.shell;

import app.edgeglass.core.text.Sizes;
import app.edgeglass.core.text.Words;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar says. It is set at each sample, by whoever owns the session, on the window's thread; equal values
 * cost nothing.
 */
public final class StatusBarViewModel {

    private static final Words WORDS = Texts.WORDS;

    private final ReadOnlyObjectWrapper<SessionStatus> session = new ReadOnlyObjectWrapper<>(SessionStatus.NONE);
    private final ReadOnlyStringWrapper ratesIn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper ratesOut = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper memory = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper memoryShare = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<List<Counter>> counters = new ReadOnlyObjectWrapper<>(List.of());

    private @Nullable Rates rates;

    /** What is shown of the rates, all per second. */
    private record Rates(long inMessages, long inBytes, long outMessages, long outBytes) {}

    public void setSession(SessionStatus status) {
        session.set(status);
    }

    /** All per second: messages and bytes read from the server, and written to it. */
    public void setRates(double inMessages, double inBytes, double outMessages, double outBytes) {
        var now = new Rates(Math.round(inMessages), Math.round(inBytes), Math.round(outMessages), Math.round(outBytes));
        if (!now.equals(rates)) {
            rates = now;
            ratesIn.set(rate(now.inMessages(), now.inBytes()));
            ratesOut.set(rate(now.outMessages(), now.outBytes()));
        }
    }

    private static String rate(long messages, long bytes) {
        return WORDS.say("status.rate", messages, Sizes.say(bytes));
    }

    /** The bytes that messages take now, and the budget. */
    public void setMemory(long usedBytes, long budgetBytes) {
        memory.set(WORDS.say("status.memory", Sizes.say(usedBytes), Sizes.say(budgetBytes)));
        memoryShare.set(budgetBytes <= 0 ? 0 : Math.clamp(usedBytes / (double) budgetBytes, 0, 1));
    }

    /** The counters, from left to right. */
    public void setCounters(List<Counter> shown) {
        List<Counter> copy = List.copyOf(shown);
        if (!copy.equals(counters.get())) {
            counters.set(copy);
        }
    }

    /** No session: everything is empty. */
    public void clear() {
        session.set(SessionStatus.NONE);
        rates = null;
        ratesIn.set("");
        ratesOut.set("");
        memory.set("");
        memoryShare.set(0);
        counters.set(List.of());
    }

    public ReadOnlyObjectProperty<SessionStatus> sessionProperty() {
        return session.getReadOnlyProperty();
    }

    /** What comes in, such as “1,204/s · 88 KiB/s”. */
    public ReadOnlyStringProperty ratesInProperty() {
        return ratesIn.getReadOnlyProperty();
    }

    /** What goes out. */
    public ReadOnlyStringProperty ratesOutProperty() {
        return ratesOut.getReadOnlyProperty();
    }

    /** Such as “120 of 256 MiB”. */
    public ReadOnlyStringProperty memoryProperty() {
        return memory.getReadOnlyProperty();
    }

    /** From 0 to 1. */
    public ReadOnlyDoubleProperty memoryShareProperty() {
        return memoryShare.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Counter>> countersProperty() {
        return counters.getReadOnlyProperty();
    }
}
