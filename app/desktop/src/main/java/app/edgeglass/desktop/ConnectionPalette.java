package app.edgeglass.desktop;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ServerUrl;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.desktop.profile.ConnectionsViewModel;
import app.edgeglass.desktop.shell.action.PaletteEntry;
import app.edgeglass.desktop.shell.action.PaletteSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds connections and contexts of the {@code nats} CLI for the palette; taking one connects. */
record ConnectionPalette(ConnectionsViewModel model) implements PaletteSource {

    private static final int SHOWN = 120;

    @Override
    public String group() {
        return Texts.WORDS.say("connections.title");
    }

    @Override
    public List<PaletteEntry> find(String query, int limit) {
        String wanted = query.toLowerCase(Locale.ROOT);
        Stream<PaletteEntry> kept = model.profiles().stream()
                .filter(profile -> contains(
                        wanted,
                        title(profile),
                        addresses(profile),
                        profile.look().description()))
                .map(this::entry);
        Stream<PaletteEntry> contexts = model.contexts().rowsProperty().get().stream()
                .filter(row -> row.problem().isEmpty())
                .filter(row -> contains(wanted, title(row), row.urls(), row.description()))
                .map(this::entry);
        return Stream.concat(kept, contexts).limit(limit).toList();
    }

    private static boolean contains(String wanted, String... texts) {
        return Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private PaletteEntry entry(Profile profile) {
        return new PaletteEntry(
                title(profile), addresses(profile), () -> model.opening().connect(profile));
    }

    private PaletteEntry entry(ContextRow row) {
        return new PaletteEntry(
                title(row),
                SafeText.show(row.urls(), SHOWN),
                () -> model.opening().use(row.name()));
    }

    private static String title(Profile profile) {
        return Texts.WORDS.say("palette.connect", SafeText.show(profile.name(), SHOWN));
    }

    private static String title(ContextRow row) {
        return Texts.WORDS.say("palette.context", SafeText.show(row.name(), SHOWN));
    }

    private static String addresses(Profile profile) {
        return profile.urls().stream().map(ServerUrl::shown).collect(Collectors.joining(", "));
    }
}
