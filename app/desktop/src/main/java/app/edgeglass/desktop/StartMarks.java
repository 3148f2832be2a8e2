package app.edgeglass.desktop;

import app.edgeglass.core.settings.Section;
import app.edgeglass.desktop.profile.OpenedAtStart;

/** The connections that are opened at the start, as they are marked in the form. */
record StartMarks(Section<SessionsSettings> settings) implements OpenedAtStart {

    @Override
    public boolean contains(String id) {
        return settings.get().autoConnect().contains(id);
    }

    @Override
    public void change(String id, boolean wanted) {
        if (wanted != contains(id)) {
            settings.update(before -> before.withAutoConnect(id, wanted));
        }
    }
}
