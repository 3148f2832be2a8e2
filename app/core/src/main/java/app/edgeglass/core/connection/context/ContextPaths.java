package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.secret.Expansion;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;

/** The fields of a context in which variables and a tilde are filled in: {@code creds}, {@code nkey}, {@code cert}, {@code key}, {@code ca}. */
final class ContextPaths {

    private final ContextFile file;
    private final SecretReferences references;
    private final Notes notes;

    ContextPaths(ContextFile file, SecretReferences references, Notes notes) {
        this.file = file;
        this.references = references;
        this.notes = notes;
    }

    String expanded(Field field) {
        Expansion.Expanded expanded = references.expansion().expand(file.text(field));
        if (!expanded.unset().isEmpty()) {
            notes.add(field, Notes.say("context.note.unset", String.join(", ", expanded.unset())));
        }
        return expanded.text();
    }

    Path path(Field field) {
        Path path =
                references.path(references.expansion().expand(file.text(field)).text());
        if (!path.isAbsolute()) {
            notes.add(field, Notes.say("context.note.relative", path.toAbsolutePath()));
        }
        return path.toAbsolutePath().normalize();
    }

    /** As {@link #path}, of a field that takes nothing but files. */
    Path pathOnly(Field field) {
        String scheme = SecretReferences.scheme(expanded(field)).orElse("file");
        if (!scheme.equals("file")) {
            throw Failure.of("context.path-only", file.name(), field.key(), scheme);
        }
        return path(field);
    }
}
