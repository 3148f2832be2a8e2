package app.edgeglass.desktop;

import app.edgeglass.core.message.Feed;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.connection.OpenSession;
import app.edgeglass.desktop.message.MessageTableViewModel;
import app.edgeglass.desktop.subject.SubjectTreeViewModel;
import app.edgeglass.desktop.subject.SubscriptionsViewModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Subjects screen of a session shows. It needs no screen: a session that nobody has looked at yet has it, too. */
record SubjectModels(SubjectTreeViewModel tree, MessageTableViewModel messages, SubscriptionsViewModel subscriptions) {

    static SubjectModels make(TaskRunner tasks) {
        var models = new SubjectModels(
                new SubjectTreeViewModel(tasks, System::nanoTime),
                new MessageTableViewModel(tasks, System::nanoTime),
                new SubscriptionsViewModel(tasks, System::nanoTime));
        models.messages.pausedProperty().bindBidirectional(models.tree.pausedProperty());
        models.tree
                .selectedSubjectProperty()
                .subscribe(subject -> models.messages.branchProperty().set(subject));
        return models;
    }

    void show(@Nullable OpenSession open) {
        tree.pausedProperty().set(false);
        tree.select("");
        if (open == null) {
            tree.show(null);
            messages.show(null, List::of);
            subscriptions.show(null, null);
        } else {
            tree.show(open.feed());
            messages.show(open.feed(), open.session()::gaps);
            subscriptions.show(open.feed(), open.session());
        }
    }

    /** Starts tree, log and counters anew. */
    void clear(OpenSession open) {
        Feed feed = open.feed();
        tree.pausedProperty().set(false);
        feed.clear();
        messages.show(feed, open.session()::gaps);
    }

    /** Looks at once at what is so: what was seen last was so a while ago. */
    void sample() {
        tree.sample();
        messages.sample();
        subscriptions.sample();
    }
}
