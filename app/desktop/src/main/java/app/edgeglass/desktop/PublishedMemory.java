package app.edgeglass.desktop;

import app.edgeglass.core.publish.PublishHistory;
import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.settings.SettingsViewModel;
import app.edgeglass.desktop.shell.action.Action;
import app.edgeglass.desktop.shell.notice.Notices;

/** Whether what was published is kept over the end of the program, and how it is forgotten. */
record PublishedMemory(Section<PublishSettings> settings, PublishHistory history)
        implements SettingsViewModel.Published {

    @Override
    public boolean isRemembered() {
        return settings.get().remember();
    }

    @Override
    public void remember(boolean wanted) {
        settings.update(before -> before.remembering(wanted));
        if (wanted) {
            history.save();
        }
    }

    @Override
    public int count() {
        return history.entries().size();
    }

    @Override
    public void forget() {
        history.clear();
    }

    Action forgetting(Notices notices) {
        return Action.of(
                        "publish-forget",
                        Texts.WORDS.say("subjects.title"),
                        Texts.WORDS.say("action.forget-sent"),
                        () -> {
                            int count = count();
                            forget();
                            notices.success(Texts.WORDS.say("forgotten-sent", count));
                        })
                .withKeywords(Texts.WORDS.say("action.forget-sent.keywords"))
                .when(() -> count() > 0);
    }
}
