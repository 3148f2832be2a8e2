package app.edgeglass.desktop;

import org.jspecify.annotations.Nullable;

/** Leads from one tab of a stream's page to another. */
final class StreamLinks {

    private @Nullable StreamsScreen screen;
    private @Nullable MessagesTab messages;

    void serve(StreamsScreen served) {
        screen = served;
    }

    /** A tab is made when somebody looks at it first. */
    void serve(MessagesTab made) {
        messages = made;
    }

    /** Shows the first message of some subjects, and the way to the next. */
    void showMessages(String pattern) {
        if (screen != null) {
            screen.showTab(MessagesTab.ID);
        }
        if (messages != null) {
            messages.showNext(pattern);
        }
    }
}
