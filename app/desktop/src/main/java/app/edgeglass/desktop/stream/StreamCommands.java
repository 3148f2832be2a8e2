package app.edgeglass.desktop.stream;

import app.edgeglass.core.connection.change.Change;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.stream.StreamInfo;
import app.edgeglass.core.stream.StreamOperations;
import app.edgeglass.core.task.TaskRunner;
import app.edgeglass.desktop.fx.Sampling;
import app.edgeglass.desktop.shell.dialog.Dialogs;
import app.edgeglass.desktop.shell.notice.Notices;
import java.util.function.Consumer;

/** What can be done to streams: reads the stream as it is now, asks the person, and does it. */
final class StreamCommands {

    private final Around around;
    private final Pages pages;
    private final Changed changed;

    /** What the window offers. */
    record Around(TaskRunner tasks, Dialogs dialogs, Notices notices, Sampling sampling) {}

    /** Is told of what was done, so that what is shown can be read anew. */
    interface Changed {

        /** Something about it, or it is new. */
        void changed(StreamServices of, String stream);

        /** It is gone. */
        void deleted(StreamServices of, String stream);
    }

    /** @param pages where forms are shown */
    StreamCommands(Around around, Pages pages, Changed changed) {
        this.around = around;
        this.pages = pages;
        this.changed = changed;
    }

    void create(StreamServices services) {
        if (!mayChange(services, new Change(Change.Kind.CREATE_STREAM, "", ""))) {
            return;
        }
        var model = StreamFormViewModel.creating(services, around.tasks());
        show(services, model);
    }

    void edit(StreamServices services, String stream) {
        read(services, stream, info -> show(services, StreamFormViewModel.editing(services, around.tasks(), info)));
    }

    private void show(StreamServices services, StreamFormViewModel model) {
        var view = new StreamFormView(model, around.dialogs(), pages::back, done -> {
            pages.back();
            around.notices()
                    .success(
                            model.isCreating()
                                    ? Texts.WORDS.say("done.created", done.now().name())
                                    : Texts.WORDS.say("done.edited", done.now().name()));
            if (!done.otherwise().isEmpty()) {
                around.notices()
                        .warning(
                                Texts.WORDS.say("done.otherwise", done.now().name(), DiffTable.paths(done.otherwise())),
                                Texts.WORDS.say("done.otherwise.remedy"));
            }
            changed.changed(services, done.now().name());
        });
        pages.show(view.root(), view::focus, view::leave);
    }

    void copy(StreamServices services, String stream) {
        read(services, stream, info -> copy(services, new CopyViewModel(services, around.tasks(), info, false)));
    }

    void rename(StreamServices services, String stream) {
        read(services, stream, info -> copy(services, new CopyViewModel(services, around.tasks(), info, true)));
    }

    private void copy(StreamServices services, CopyViewModel model) {
        var view = new CopyView(model, pages::back, around.sampling());
        model.onDone(name -> {
            pages.back();
            around.notices()
                    .success(
                            model.isRenaming()
                                    ? Texts.WORDS.say(
                                            "done.renamed", model.from().name(), name)
                                    : Texts.WORDS.say(
                                            "done.copied", model.from().name(), name));
            changed.changed(services, name);
        });
        pages.show(view.root(), view.first());
    }

    void purge(StreamServices services, String stream) {
        read(services, stream, info -> {
            var model = new PurgeViewModel(services, around.tasks(), info);
            var view = new PurgeView(model, around.dialogs(), pages::back);
            model.onDone(gone -> {
                pages.back();
                around.notices().success(Texts.WORDS.say("done.purged", gone, stream));
                changed.changed(services, stream);
            });
            pages.show(view.root(), view.first());
        });
    }

    void seal(StreamServices services, String stream) {
        read(services, stream, info -> seal(services, info));
    }

    private void seal(StreamServices services, StreamInfo info) {
        String stream = info.name();
        var act = StreamOperations.sealingOf(stream);
        around.dialogs()
                .destroy(
                        services.session().guard().confirmation(act),
                        Texts.WORDS.say("seal.confirm"),
                        typed -> run(
                                services,
                                stream,
                                Texts.WORDS.say("done.sealed", stream),
                                () -> services.operations().seal(stream, typed)));
    }

    void delete(StreamServices services, String stream) {
        read(
                services,
                stream,
                info -> around.dialogs()
                        .destroy(
                                services.session().guard().confirmation(StreamOperations.deletionOf(info)),
                                Texts.WORDS.say("delete.confirm"),
                                typed -> delete(services, info, typed)));
    }

    private void delete(StreamServices services, StreamInfo info, String typed) {
        var _ = around.tasks()
                .start(
                        "delete stream",
                        () -> {
                            services.operations().delete(info, typed);
                            return info.name();
                        },
                        name -> {
                            around.notices().success(Texts.WORDS.say("done.deleted", name));
                            changed.deleted(services, name);
                        },
                        around.notices()::failed);
    }

    void peers(StreamServices services, String stream) {
        read(services, stream, info -> {
            var view = new PeersView(info, pages::back, new PeersView.Commands() {
                @Override
                public void stepDown(String to) {
                    pages.back();
                    run(
                            services,
                            stream,
                            Texts.WORDS.say("done.step-down", stream),
                            () -> services.operations().stepDown(stream, to));
                }

                @Override
                public void remove(String peer) {
                    pages.back();
                    removePeer(services, stream, peer);
                }
            });
            pages.show(view.root(), view.first());
        });
    }

    private void removePeer(StreamServices services, String stream, String peer) {
        var act = StreamOperations.removalOf(stream, peer);
        around.dialogs()
                .destroy(
                        services.session().guard().confirmation(act),
                        Texts.WORDS.say("peers.remove.confirm", peer),
                        typed -> run(
                                services,
                                stream,
                                Texts.WORDS.say("done.peer-removed", peer, stream),
                                () -> services.operations().removePeer(stream, peer, typed)));
    }

    private void run(StreamServices services, String stream, String done, Runnable work) {
        var _ = around.tasks()
                .start(
                        "change stream",
                        () -> {
                            work.run();
                            return stream;
                        },
                        name -> {
                            around.notices().success(done);
                            changed.changed(services, name);
                        },
                        around.notices()::failed);
    }

    /** Who may change nothing is told so before anything is filled in. */
    private boolean mayChange(StreamServices services, Change change) {
        try {
            var _ = services.session().guard().allow(change);
            return true;
        } catch (Failure refused) {
            around.notices().failed(refused);
            return false;
        }
    }

    /** What is asked and edited has to be of now, not of the last look at the list. */
    private void read(StreamServices services, String stream, Consumer<StreamInfo> then) {
        if (!mayChange(services, new Change(Change.Kind.EDIT_STREAM, stream, ""))) {
            return;
        }
        var _ = around.tasks()
                .start("read stream", () -> services.streams().info(stream), then, around.notices()::failed);
    }
}
