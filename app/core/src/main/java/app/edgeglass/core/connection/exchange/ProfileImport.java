package app.edgeglass.core.connection.exchange;

import app.edgeglass.core.connection.exchange.ImportPlan.Fate;
import app.edgeglass.core.connection.exchange.ImportPlan.Line;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.SecretValue;
import app.edgeglass.core.connection.store.KeptProfile;
import app.edgeglass.core.connection.store.ProfileStore;
import app.edgeglass.core.connection.store.UnreadableProfile;
import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.KeptFile;
import app.edgeglass.core.settings.VersionedJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads profiles from a file that {@link ProfileExport} wrote, or from a file of profiles itself. */
public final class ProfileImport {

    private static final int MOST = 64 << 20;

    private final ProfileStore store;

    public ProfileImport(ProfileStore store) {
        this.store = store;
    }

    /**
     * Whether the file opens with a passphrase only.
     *
     * @throws Failure when it is no file of profiles
     */
    public boolean wantsPassphrase(Path file) {
        return read(file).has(ExchangeText.ENCRYPTED);
    }

    /**
     * What importing the file would do. Nothing is kept yet.
     *
     * @param passphrase for a file that wants one
     * @throws Failure when the file cannot be read, is damaged, is of a newer version, or opens with another passphrase
     */
    public ImportPlan plan(Path file, Optional<SecretValue> passphrase) {
        JsonNode text = read(file);
        if (text.has(ExchangeText.ENCRYPTED)) {
            SecretValue given = passphrase.orElseThrow(() -> Failure.of("exchange.no-passphrase"));
            text = parsed(PassphraseBox.open(text.path(ExchangeText.ENCRYPTED), given), file);
        }
        var incoming = new ArrayList<KeptProfile>();
        var unreadable = new ArrayList<UnreadableProfile>();
        var ids = new HashSet<String>();
        for (JsonNode json : text.path(ExchangeText.PROFILES)) {
            try {
                KeptProfile kept = ExchangeText.profile(text, json);
                if (ids.add(kept.profile().id())) {
                    incoming.add(kept);
                }
            } catch (Failure failure) {
                unreadable.add(new UnreadableProfile(json.path("name").asString(""), failure));
            }
        }
        List<KeptProfile> present = store.list().stream()
                .flatMap(profile -> store.json(profile.id()).stream())
                .toList();
        return ImportPlan.of(incoming, present, unreadable);
    }

    private static ObjectNode read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST);
            ObjectNode text = parsed(bytes, file);
            String format = text.path(ExchangeText.FORMAT).asString(ExchangeText.FORMAT_NAME);
            boolean profiles = text.path(ExchangeText.PROFILES).isArray()
                    || text.path(ExchangeText.ENCRYPTED).isObject();
            if (!format.equals(ExchangeText.FORMAT_NAME) || !profiles) {
                throw Failure.of("exchange.format", file);
            }
            if (text.path(VersionedJson.VERSION).asInt(1) > ExchangeText.VERSION) {
                throw Failure.of("exchange.newer");
            }
            return text;
        } catch (IOException e) {
            throw Failure.because(e, "exchange.unreadable", file, KeptFile.reason(e));
        }
    }

    private static ObjectNode parsed(byte[] bytes, Path file) {
        try {
            return VersionedJson.read(bytes, List.of()).tree();
        } catch (VersionedJson.Damaged e) {
            throw Failure.of("exchange.format", file);
        }
    }

    /**
     * Keeps what the plan says, or nothing when it cannot all be kept.
     *
     * @return what was kept
     * @throws Failure when it cannot be kept
     */
    public List<Profile> apply(ImportPlan plan) {
        var kept = new ArrayList<KeptProfile>();
        for (Line line : plan.lines()) {
            if (line.fate() != Fate.SAME && line.fate() != Fate.SKIP) {
                kept.add(line.kept().with(profile(line)));
            }
        }
        return kept.isEmpty() ? List.of() : store.saveAll(kept);
    }

    private Profile profile(Line line) {
        Profile named = line.profile().named(line.name());
        boolean beside = line.fate() != Fate.REPLACE && store.find(named.id()).isPresent();
        return beside ? named.withId(UUID.randomUUID().toString()) : named;
    }
}
