package app.edgeglass.core.jetstream.config;

/**
 * One field of a configuration.
 *
 * @param name as the server writes it, such as {@code max_age}. The words for it stand under this name in the bundle of whoever
 *     shows it
 * @param level the API level from which on a server knows it; 0 for what 2.10 knows
 * @param edit whether the server takes another value for what is there
 */
public record ConfigField(String name, Shape shape, int level, Edit edit) {

    /** Whether a value may be changed once the stream or the consumer is there. */
    public enum Edit {
        ALWAYS,
        /** Only when it is created. */
        NEVER,
        /** It can be turned on, and then never off again. */
        ONLY_ON,
        /** It can be taken away, and then never come back. */
        ONLY_OFF
    }

    /** What each server knows, and takes a change of. */
    public static ConfigField of(String name, Shape shape) {
        return new ConfigField(name, shape, 0, Edit.ALWAYS);
    }

    public ConfigField since(int newLevel) {
        return new ConfigField(name, shape, newLevel, edit);
    }

    public ConfigField edit(Edit newEdit) {
        return new ConfigField(name, shape, level, newEdit);
    }
}
