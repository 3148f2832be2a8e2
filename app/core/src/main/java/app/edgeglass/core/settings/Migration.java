package app.edgeglass.core.settings;

import tools.jackson.databind.node.ObjectNode;

/** Brings a settings file from one version to the next. It changes the whole file's tree in place. */
@FunctionalInterface
public interface Migration {
    void apply(ObjectNode file);
}
