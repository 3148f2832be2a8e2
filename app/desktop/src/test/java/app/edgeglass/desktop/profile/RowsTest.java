package app.edgeglass.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import app.edgeglass.core.connection.context.ContextRow;
import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.ProfileColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final String RTL = "مصنع ٧";

    private static Profile profile(String name, String folder, String description) {
        return Profile.of("nats://h" + Integer.toUnsignedString(name.hashCode()) + ".example")
                .withId(name)
                .named(name)
                .withLook(new Profile.Look(folder, ProfileColour.NONE, description));
    }

    private static List<String> rows(List<Profile> profiles, String query, String... closed) {
        var contexts = List.of(new ContextRow("hub", "Hub", "tls://hub.example:4222", true, Optional.empty()));
        return Rows.of(profiles, List.of(), contexts, query, Set.of(closed)).stream()
                .map(RowsTest::text)
                .toList();
    }

    private static String text(Row row) {
        return switch (row) {
            case Row.Folder folder ->
                "  ".repeat(folder.depth()) + (folder.open() ? "-" : "+") + folder.name() + " " + folder.size();
            case Row.Stored(var profile, int depth) -> "  ".repeat(depth) + profile.name();
            case Row.Contexts contexts -> (contexts.open() ? "-" : "+") + "contexts " + contexts.size();
            case Row.Context(var context) -> context.name();
            case Row.Unreadable _ -> "unreadable";
        };
    }

    private final List<Profile> some = List.of(
            profile("b", "", "the second"),
            profile("a", "", ""),
            profile("p10", "Plants/10", ""),
            profile("p9", "Plants/9", "third hall"),
            profile("p", "Plants", ""),
            profile("other", "Plantsberg", ""),
            profile(RTL, "Plants", ""));

    @Test
    void foldersComeFirstInNaturalOrderAndProfilesInThePersonsOwn() {
        assertThat(rows(some, "", "Plants/9"))
                .containsExactly(
                        "-Plants 4",
                        "  +9 1",
                        "  -10 1",
                        "    p10",
                        "  p",
                        "  " + RTL,
                        "-Plantsberg 1",
                        "  other",
                        "b",
                        "a",
                        "-contexts 1",
                        "hub");
        assertThat(rows(some, "", "Plants", Row.Contexts.FOLDER))
                .containsExactly("+Plants 4", "-Plantsberg 1", "  other", "b", "a", "+contexts 1");
    }

    @Test
    void searchingOpensWhatHasAHitAndHidesTheRest() {
        assertThat(rows(some, " THIRD  hall ", "Plants", "Plants/9")).containsExactly("-Plants 1", "  -9 1", "    p9");
        assertThat(rows(some, "second")).containsExactly("b");
        assertThat(rows(some, RTL)).containsExactly("-Plants 1", "  " + RTL);
        assertThat(rows(some, "hub.example")).containsExactly("-contexts 1", "hub");
        assertThat(rows(some, "nothing like it")).isEmpty();
    }

    @Test
    void hundredsAreLaidOutAtOnce() {
        var many = new ArrayList<Profile>();
        for (int i = 0; i < 3_000; i++) {
            many.add(profile("connection " + i, "Folder " + i % 40 + "/Sub " + i % 7, "a description " + i));
        }
        long begun = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            assertThat(Rows.of(many, List.of(), List.of(), "DESCRIPTION 2999", Set.of()))
                    .filteredOn(Row.Stored.class::isInstance)
                    .hasSize(1);
        }
        assertThat((System.nanoTime() - begun) / 10_000_000)
                .as("milliseconds each")
                .isLessThan(100);
    }
}
