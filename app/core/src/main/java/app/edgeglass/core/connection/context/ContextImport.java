package app.edgeglass.core.connection.context;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.connection.secret.SecretReferences;
import app.edgeglass.core.connection.store.KeptProfile;
import app.edgeglass.core.connection.store.Origin;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.connection.store.UrlLogin;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Parts a context's file into a profile, its secrets, and what the profile has no place for. */
final class ContextImport {

    /** A key that nobody here knows and that is no business of a file of profiles. */
    private static final Pattern SECRETIVE = Pattern.compile("pass|secret|token|seed|jwt|cred|private|auth");

    private final ContextFile file;
    private final List<Field> used;
    private final SecretReferences references;
    private final ObjectNode kept;
    private final List<String> parted = new ArrayList<>();
    private final Map<Secret, SecretValue> secrets = new EnumMap<>(Secret.class);
    private final Map<Secret, String> referred = new EnumMap<>(Secret.class);
    private final Map<String, SecretValue> aside = new LinkedHashMap<>();

    ContextImport(ContextFile file, List<Field> used, SecretReferences references) {
        this.file = file;
        this.used = used;
        this.references = references;
        this.kept = file.tree().deepCopy();
    }

    /** @param meaning with the login that counts, and the secrets that stood in its URLs */
    Profile into(ProfileStore store, UrlLogin meaning) {
        secrets.putAll(meaning.secrets());
        Profile profile = meaning.profile();
        for (Field field : Field.values()) {
            if (field == Field.NSC ? used.contains(field) : field.secret().isPresent() && file.has(field)) {
                part(field);
            }
        }
        for (String key : file.unknownKeys()) {
            if (SECRETIVE.matcher(key.toLowerCase(Locale.ROOT)).find()) {
                setAside(key, kept.get(key).toString());
                kept.remove(key);
            }
        }
        partAddresses();
        Profile named = profile.withId(UUID.randomUUID().toString()).named(store.freeName(profile.name()));
        return store.saveAll(List.of(KeptProfile.of(named)
                        .withOrigin(new Origin(kept, parted, referred))
                        .withSecrets(secrets, aside)))
                .getFirst();
    }

    private void part(Field field) {
        String text = ContextSecrets.text(file, field, references);
        boolean ofFile = (field == Field.CREDS || field == Field.NKEY) && !SecretReferences.isKnown(text);
        if (ofFile) {
            return;
        }
        if (SecretReferences.isReference(text)) {
            if (used.contains(field)) {
                referred.put(ContextSecrets.secret(field), text);
            }
            return;
        }
        kept.put(field.key(), "");
        if (used.contains(field)) {
            secrets.put(
                    ContextSecrets.secret(field),
                    SecretReferences.isKnown(text) ? references.read(text) : SecretValue.of(text));
            parted.add(field.key());
        } else {
            setAside(field.key(), text);
        }
    }

    /** What is of no use to the profile but belongs to the context. */
    private void setAside(String key, String text) {
        aside.put(key, SecretValue.of(text));
        parted.add(key);
    }

    private void partAddresses() {
        if (file.text(Field.URL).contains("@")) {
            kept.put(
                    Field.URL.key(),
                    ServerUrl.parseList(file.text(Field.URL)).stream()
                            .map(ServerUrl::shown)
                            .collect(Collectors.joining(",")));
        }
        String proxy = file.text(Field.SOCKS_PROXY);
        if (proxy.contains("@")) {
            URI uri = URI.create(proxy);
            setAside(Field.SOCKS_PROXY.key(), proxy);
            kept.put(Field.SOCKS_PROXY.key(), uri.getScheme() + "://" + proxy.substring(proxy.lastIndexOf('@') + 1));
        }
    }
}
