package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Login;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.error.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By what a context is let in. The first of these counts, as in the CLI: user, credentials, NKey, JWT with or without a seed.
 * A token the CLI sends in any case; a profile has one login, so that here it counts when there is nothing else.
 *
 * @param login what counts
 * @param fields the fields that its secrets come from
 */
record ContextLogin(Login login, List<Field> fields) {

    static ContextLogin of(ContextFile file, ContextPaths paths, Notes notes) {
        boolean jwt = file.has(Field.USER_JWT);
        if (file.has(Field.USER)) {
            second(notes, file, Field.USER, Field.CREDS, Field.NSC, Field.NKEY, Field.USER_JWT, Field.USER_SEED);
            return new ContextLogin(new Login.Password(file.text(Field.USER)), List.of(Field.PASSWORD));
        }
        unused(notes, file, Field.PASSWORD, Field.USER);
        if (file.has(Field.CREDS) || file.has(Field.NSC)) {
            second(notes, file, Field.CREDS, Field.NKEY, Field.USER_JWT, Field.USER_SEED);
            if (!file.has(Field.CREDS)) {
                return new ContextLogin(new Login.Credentials(Optional.empty()), List.of(Field.NSC));
            }
            second(notes, file, Field.CREDS, Field.NSC);
            Optional<Path> path = pathOf(file, Field.CREDS, paths);
            return new ContextLogin(new Login.Credentials(path), path.isPresent() ? List.of() : List.of(Field.CREDS));
        }
        if (file.has(Field.NKEY)) {
            second(notes, file, Field.NKEY, Field.USER_JWT, Field.USER_SEED);
            Optional<Path> path = pathOf(file, Field.NKEY, paths);
            return new ContextLogin(new Login.NKey(path), path.isPresent() ? List.of() : List.of(Field.NKEY));
        }
        if (jwt) {
            second(notes, file, Field.USER_JWT);
            return file.has(Field.USER_SEED)
                    ? new ContextLogin(new Login.Jwt(false), List.of(Field.USER_JWT, Field.USER_SEED))
                    : new ContextLogin(new Login.Jwt(true), List.of(Field.USER_JWT));
        }
        unused(notes, file, Field.USER_SEED, Field.USER_JWT);
        return file.has(Field.TOKEN)
                ? new ContextLogin(new Login.Token(), List.of(Field.TOKEN))
                : new ContextLogin(new Login.None(), List.of());
    }

    /** Names what stands behind the login that counts; and the token, which the CLI would send beside it. */
    private static void second(Notes notes, ContextFile file, Field first, Field... others) {
        for (Field other : others) {
            if (file.has(other)) {
                notes.add(other, Notes.say("context.note.second", first.key()));
            }
        }
        if (file.has(Field.TOKEN)
                && notes.all().stream().noneMatch(note -> note.field().equals(Field.TOKEN.key()))) {
            notes.add(Field.TOKEN, Notes.say("context.note.token-beside", first.key()));
        }
    }

    private static void unused(Notes notes, ContextFile file, Field field, Field without) {
        if (file.has(field)) {
            notes.add(field, Notes.say("context.note.alone", without.key()));
        }
    }

    /** The file that a field names, or nothing when it refers to something else. */
    private static Optional<Path> pathOf(ContextFile file, Field field, ContextPaths paths) {
        String text = paths.expanded(field);
        String scheme = SecretReferences.scheme(text).orElse("file");
        if (scheme.equals("file")) {
            return Optional.of(paths.path(field));
        }
        if (!SecretReferences.isKnown(text)) {
            throw Failure.of("context.scheme", file.name(), field.key(), scheme);
        }
        return Optional.empty();
    }

    /** Fields that a login is made of, for who writes another one. */
    static List<Field> allFields() {
        var fields = new ArrayList<Field>();
        for (Field field : Field.values()) {
            if (field.isOfLogin()) {
                fields.add(field);
            }
        }
        return fields;
    }
}
