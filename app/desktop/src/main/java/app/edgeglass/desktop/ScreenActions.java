package app.edgeglass.desktop;

import app.edgeglass.core.message.MessageHead;
import app.edgeglass.core.payload.Payloads;
import app.edgeglass.desktop.message.MessageTableView;
import app.edgeglass.desktop.subject.SubjectTreeView;

/** What tree and table ask of each other and of the window. */
record ScreenActions(Payloads payloads, SubjectsScreen.Surroundings surroundings, SubjectsScreen screen)
        implements SubjectTreeView.Actions, MessageTableView.Actions {

    @Override
    public void startSearch(String typed) {
        screen.filter().type(typed);
    }

    @Override
    public void openMessages() {
        screen.tableView().focus();
    }

    @Override
    public void copySubject(String subject) {
        surroundings.copy(subject, Texts.WORDS.say("copied.subject"));
    }

    @Override
    public void copyValue(MessageHead message) {
        surroundings.copyValue(message);
    }

    @Override
    public void publishTo(String subject) {
        surroundings.publishTo(subject);
    }

    @Override
    public void subscribeTo(String pattern) {
        screen.bar().propose(pattern);
    }

    @Override
    public void filterBy(String pattern) {
        screen.filter().set(pattern);
    }

    @Override
    public void export() {
        surroundings.export();
    }

    @Override
    public String preview(MessageHead message, int limit) {
        return payloads.preview(message.payload(), message.payloadSize(), message.subject(), limit);
    }
}
