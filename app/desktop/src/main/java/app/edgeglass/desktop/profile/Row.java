package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.store.UnreadableProfile;

/** A line of the list of connections. */
public sealed interface Row {

    /** Names the row for as long as what it stands for is there. */
    String key();

    /**
     * A folder.
     *
     * @param path with all levels
     * @param name its last level
     * @param depth how far it is indented
     * @param open whether what is in it is shown
     * @param size how many profiles are in it and below
     */
    record Folder(String path, String name, int depth, boolean open, int size) implements Row {

        @Override
        public String key() {
            return "folder:" + path;
        }
    }

    record Stored(Profile profile, int depth) implements Row {

        @Override
        public String key() {
            return profile.id();
        }
    }

    /** One that this version cannot read. */
    record Unreadable(UnreadableProfile entry, int place) implements Row {

        @Override
        public String key() {
            return "unreadable:" + place;
        }
    }

    /** The heading of the contexts of the {@code nats} CLI. */
    record Contexts(int size, boolean open) implements Row {

        /** Under which it is remembered whether they are shown; no folder is called so. */
        static final String FOLDER = "/contexts";

        @Override
        public String key() {
            return "contexts";
        }
    }

    record Context(ContextRow context) implements Row {

        @Override
        public String key() {
            return app.edgeglass.core.connection.context.CliContexts.idOf(context.name());
        }
    }
}
