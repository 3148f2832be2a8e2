package app.edgeglass.desktop.form;

import app.edgeglass.core.jetstream.Feature;
import app.edgeglass.core.jetstream.config.ConfigField;

/** Why a field cannot be changed. */
public sealed interface Lock {

    /** It can. */
    record Open() implements Lock {}

    /** Only what is not there yet can have it otherwise. */
    record Fixed() implements Lock {}

    /** It was turned on, and stays so. */
    record StaysOn() implements Lock {}

    /** @param release the first nats-server that knows the field */
    record Newer(String release) implements Lock {}

    /** @param there whether it is on, or has a value at all */
    static Lock of(ConfigField field, FormMode mode, boolean there) {
        if (field.level() > mode.level()) {
            return new Newer(Feature.release(field.level()));
        }
        if (mode.creating()) {
            return new Open();
        }
        return switch (field.edit()) {
            case ALWAYS -> new Open();
            case NEVER -> new Fixed();
            case ONLY_ON -> there ? new StaysOn() : new Open();
            case ONLY_OFF -> there ? new Open() : new Fixed();
        };
    }

    /** Why, in a sentence; empty when it is open. */
    default String sentence() {
        return switch (this) {
            case Open() -> "";
            case Fixed() -> Texts.WORDS.say("lock.fixed");
            case StaysOn() -> Texts.WORDS.say("lock.stays-on");
            case Newer(String release) -> Texts.WORDS.say("lock.newer", release);
        };
    }
}
