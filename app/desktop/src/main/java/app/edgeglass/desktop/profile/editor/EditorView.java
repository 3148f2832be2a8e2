package app.edgeglass.desktop.profile.editor;

import app.edgeglass.core.error.Failure;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TabPane.TabClosingPolicy;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form in its sections, each made when it is first looked at. A section with something wrong in it is marked. */
public final class EditorView {

    private final Parts parts;
    private final Map<Section, Tab> tabs = new EnumMap<>(Section.class);
    private final TabPane root = new TabPane();

    public EditorView(EditorViewModel model, EditorHost host) {
        parts = new Parts(model, host);
        root.setId("connections-sections");
        root.getStyleClass().addAll("eg-pane-tabs", "eg-editor-tabs");
        root.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (Section section : Section.values()) {
            var tab = new Tab(title(section));
            tab.setId("connections-section-" + Parts.kebab(section));
            tabs.put(section, tab);
            root.getTabs().add(tab);
        }
        root.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        model.problemsProperty().subscribe(problems -> mark());
        model.warningsProperty().subscribe(warnings -> mark());
    }

    static String title(Section section) {
        return switch (section) {
            case GENERAL -> Texts.WORDS.say("section.general");
            case SIGN_IN -> Texts.WORDS.say("section.sign-in");
            case SECURITY -> Texts.WORDS.say("section.security");
            case LINK -> Texts.WORDS.say("section.link");
            case JETSTREAM -> Texts.WORDS.say("section.jetstream");
            case SUBSCRIPTIONS -> Texts.WORDS.say("section.subscriptions");
        };
    }

    private void fill(Tab selected) {
        tabs.forEach((section, tab) -> {
            if (tab.equals(selected) && tab.getContent() == null) {
                tab.setContent(page(content(section)));
            }
        });
    }

    private Node content(Section section) {
        return switch (section) {
            case GENERAL -> new GeneralSection(parts).root();
            case SIGN_IN -> new SignInSection(parts).root();
            case SECURITY -> new SecuritySection(parts).root();
            case LINK -> new LinkSection(parts).root();
            case JETSTREAM -> new JetStreamSection(parts).root();
            case SUBSCRIPTIONS ->
                new FormGrid(parts)
                        .field(
                                Field.PATTERNS,
                                Texts.WORDS.say("patterns"),
                                parts.lines(
                                        Field.PATTERNS,
                                        Texts.WORDS.say("patterns"),
                                        Texts.WORDS.say("patterns.prompt"),
                                        8),
                                Texts.WORDS.say("patterns.hint"))
                        .root();
        };
    }

    private static Node page(Node content) {
        var page = new VBox(content);
        page.getStyleClass().add("eg-editor-page");
        page.setMaxWidth(Region.USE_PREF_SIZE);
        page.setFillWidth(true);
        var holder = new VBox(page);
        var scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-editor-scroll");
        return scroll;
    }

    private void mark() {
        Set<Section> wrong = sections(parts.model().problemsProperty().get().keySet());
        Set<Section> doubtful = sections(parts.model().warningsProperty().get().keySet());
        tabs.forEach((section, tab) -> {
            if (wrong.contains(section) || doubtful.contains(section)) {
                var mark = new Label();
                mark.getStyleClass().addAll("eg-dot", wrong.contains(section) ? "eg-tone-bad" : "eg-tone-warning");
                tab.setGraphic(mark);
            } else {
                tab.setGraphic(null);
            }
        });
    }

    private static Set<Section> sections(Collection<Field> fields) {
        return fields.stream().map(Field::section).collect(Collectors.toSet());
    }

    /** Brings a section to the front. */
    public void show(Section section) {
        root.getSelectionModel().select(tabs.get(section));
    }

    /** Brings a field to the front and gives it the keyboard. */
    public void show(Field field) {
        show(field.section());
        root.applyCss();
        root.layout();
        visible(root, Parts.id(field)).findFirst().ifPresent(Node::requestFocus);
    }

    private static Stream<Node> visible(Node node, String id) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        if (id.equals(node.getId())) {
            return Stream.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> visible(child, id))
                : Stream.empty();
    }

    /** Says in a line which fields keep from saving; empty when none does. */
    public static String summary(Map<Field, Failure> problems) {
        if (problems.isEmpty()) {
            return "";
        }
        String where = sections(problems.keySet()).stream()
                .sorted()
                .map(EditorView::title)
                .collect(Collectors.joining(", "));
        return Texts.WORDS.say("problems", problems.size(), where);
    }

    public Parent root() {
        return root;
    }
}
