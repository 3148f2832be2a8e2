package app.edgeglass.desktop.shell.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.settings.SettingsStore;
import app.edgeglass.core.task.InPlaceRunner;
import app.edgeglass.core.task.TaskRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {

    private final Actions actions = new Actions();
    private final List<String> done = new ArrayList<>();
    private boolean connected;

    @TempDir
    Path folder;

    private SettingsStore settings;
    private PaletteViewModel palette;

    @BeforeEach
    void open() {
        actions.register(
                action("zoom-in", "Window", "Zoom in").withKeywords("larger"),
                action("zoom-out", "Window", "Zoom out"),
                action("connect", "Connection", "Connect to a server").withShortcuts("Shortcut+N"),
                action("disconnect", "Connection", "Disconnect").when(() -> connected),
                action(Actions.PALETTE, "Window", "Open the palette"));
        settings = SettingsStore.open(folder.resolve("s.json"), List.of(), Clock.systemUTC(), failure -> {});
        palette = palette(new InPlaceRunner());
    }

    private PaletteViewModel palette(TaskRunner tasks) {
        settings.close();
        settings = SettingsStore.open(folder.resolve("s.json"), List.of(), Clock.systemUTC(), failure -> {});
        return new PaletteViewModel(
                actions,
                tasks,
                settings.section("palette", PaletteSettings.class, PaletteSettings.DEFAULT),
                List.of("Window"));
    }

    @AfterEach
    void close() {
        settings.close();
    }

    private Action action(String id, String group, String title) {
        return Action.of(id, group, title, () -> done.add(id));
    }

    private List<String> shown(PaletteViewModel model) {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case PaletteRow.Heading heading -> "[" + heading.text() + "]";
                    case PaletteRow.Command command -> command.action().title();
                    case PaletteRow.Found found -> found.entry().title();
                })
                .toList();
    }

    @Test
    void showsEverythingThatCanBeDoneUnderItsHeading() {
        palette.open();

        assertThat(shown(palette))
                .containsExactly("[Connection]", "Connect to a server", "[Window]", "Zoom in", "Zoom out");
        assertThat(palette.selectedProperty().get()).isEqualTo(palette.rows().get(1));
    }

    @Test
    void whatBecomesPossibleIsShownTheNextTime() {
        connected = true;
        palette.open();

        assertThat(shown(palette)).contains("Disconnect");
    }

    @Test
    void theBestFitStandsFirstWithItsGroup() {
        palette.type("zo");

        assertThat(shown(palette)).containsExactly("[Window]", "Zoom in", "Zoom out");
        palette.type("larg");
        assertThat(shown(palette)).containsExactly("[Window]", "Zoom in");
        palette.type("qqq");
        assertThat(shown(palette)).isEmpty();
        assertThat(palette.take()).isEmpty();
    }

    @Test
    void enterTakesTheSelectedRowAndArrowsSkipHeadingsAndGoRound() {
        palette.open();
        palette.move(1);
        palette.take().orElseThrow().run();
        palette.move(2);
        palette.take().orElseThrow().run();
        palette.open();
        palette.move(-1);
        palette.take().orElseThrow().run();

        assertThat(done).containsExactly("zoom-in", "connect", "zoom-out");
    }

    @Test
    void whatWasUsedLastComesFirstAlsoAfterARestart() {
        palette.type("zoom out");
        palette.take().orElseThrow().run();
        palette.type("zoom in");
        palette.take().orElseThrow().run();

        var later = palette(new InPlaceRunner());
        later.open();

        assertThat(shown(later))
                .containsExactly("[Recently used]", "Zoom in", "Zoom out", "[Connection]", "Connect to a server");
    }

    @Test
    void asksSourcesOnlyWhenSomethingIsTyped() {
        var asked = new ArrayList<String>();
        palette.addSource(source("Subjects", query -> {
            asked.add(query);
            return List.of(new PaletteEntry("site.zoom.7", "12 messages", () -> done.add("went")));
        }));
        palette.open();
        assertThat(asked).isEmpty();

        palette.type(" zoom ");
        assertThat(asked).containsExactly("zoom");
        assertThat(shown(palette)).endsWith("[Subjects]", "site.zoom.7");
        palette.move(-1);
        palette.take().orElseThrow().run();
        assertThat(done).containsExactly("went");
    }

    @Test
    void anAnswerToAnOlderQueryIsDroppedAndTheSelectionStays() {
        var late = new LateRunner();
        var model = palette(late);
        model.addSource(source("Subjects", query -> List.of(new PaletteEntry("for " + query, "", () -> {}))));
        model.type("zoo");
        model.type("zoom");
        model.move(1);
        var selected = model.selectedProperty().get();
        late.answers.forEach(Runnable::run);

        assertThat(shown(model)).containsExactly("[Window]", "Zoom in", "Zoom out", "[Subjects]", "for zoom");
        assertThat(model.selectedProperty().get()).isEqualTo(selected);
    }

    @Test
    void aSourceThatFailsCostsOnlyItself() {
        palette.addSource(source("Subjects", query -> {
            throw new IllegalStateException("broken");
        }));
        palette.type("zoom");

        assertThat(shown(palette)).containsExactly("[Window]", "Zoom in", "Zoom out");
    }

    @Test
    void theSameIdOrShortcutTwiceIsABug() {
        assertThatThrownBy(() -> actions.register(action("connect", "X", "Again")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> actions.register(action("new", "X", "New").withShortcuts("Shortcut+N")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTakenOutCanNeitherBeFoundNorRun() {
        var mine = actions.register(action("extra", "X", "Extra"));
        actions.run("extra");
        mine.unsubscribe();
        actions.run("extra");
        actions.run("disconnect");

        assertThat(done).as("what is not enabled does not run either").containsExactly("extra");
    }

    private interface Finder {
        List<PaletteEntry> find(String query);
    }

    private static PaletteSource source(String group, Finder finder) {
        return new PaletteSource() {
            @Override
            public String group() {
                return group;
            }

            @Override
            public List<PaletteEntry> find(String query, int limit) {
                return finder.find(query);
            }
        };
    }

    /** Answers when the test says so, cancelled or not: the palette has to drop what is too late. */
    private static final class LateRunner implements TaskRunner {
        private final List<Runnable> answers = new ArrayList<>();

        @Override
        public <T> RunningTask start(String name, Callable<T> work, Consumer<T> onDone, Consumer<Failure> onFailure) {
            answers.add(() -> {
                try {
                    onDone.accept(work.call());
                } catch (Exception e) {
                    onFailure.accept(Failure.in(e));
                }
            });
            return () -> {};
        }
    }
}
