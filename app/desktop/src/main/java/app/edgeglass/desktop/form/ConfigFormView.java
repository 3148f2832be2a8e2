package app.edgeglass.desktop.form;

import app.edgeglass.core.error.Failure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jspecify.annotations.Nullable;

/**
 * Shows a configuration as a form in groups, each made when it is first looked at. A group with something wrong in it is
 * marked. What the server says and nobody here knows can be read in a group of its own.
 */
public final class ConfigFormView {

    private final ConfigFormViewModel model;
    private final FieldControls controls;
    private final Map<Group, Tab> tabs = new LinkedHashMap<>();
    private final TabPane root = new TabPane();

    /**
     * A group of fields.
     *
     * @param id such as {@code limits}
     * @param note what stands above them; may be empty
     * @param fields by their names
     */
    public record Group(String id, String title, String note, List<String> fields) {}

    /** @param prefix of all ids, such as {@code stream-field} */
    public ConfigFormView(ConfigFormViewModel model, FieldWords words, String prefix, List<Group> groups) {
        this.model = model;
        this.controls = new FieldControls(prefix, words);
        root.setId(prefix + "-groups");
        root.getStyleClass().addAll("eg-pane-tabs", "eg-editor-tabs");
        root.setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
        for (Group group : groups) {
            var tab = new Tab(group.title());
            tab.setId(prefix + "-group-" + group.id());
            tabs.put(group, tab);
            root.getTabs().add(tab);
        }
        if (!model.unknown().isEmpty()) {
            var tab = new Tab(Texts.WORDS.say("unknown"), page(unknown()));
            tab.setId(prefix + "-group-unknown");
            root.getTabs().add(tab);
        }
        root.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        model.problemsProperty().subscribe(this::mark);
    }

    private void fill(@Nullable Tab selected) {
        tabs.forEach((group, tab) -> {
            if (tab.equals(selected) && tab.getContent() == null) {
                tab.setContent(page(content(group)));
            }
        });
    }

    private Region content(Group group) {
        var grid = new FieldGrid(controls, "", false);
        group.fields().forEach(name -> model.field(name).ifPresent(grid::add));
        var box = new VBox();
        box.getStyleClass().add("eg-field-page");
        if (!group.note().isEmpty()) {
            box.getChildren().add(FieldControls.hint(group.note()));
        }
        box.getChildren().add(grid.root());
        return box;
    }

    private Region unknown() {
        var box = new VBox(FieldControls.hint(Texts.WORDS.say("unknown.note")));
        box.getStyleClass().add("eg-field-page");
        model.unknown().forEach((name, value) -> {
            var line = new Label(name + ": " + value);
            line.setWrapText(true);
            line.setMinHeight(Region.USE_PREF_SIZE);
            line.getStyleClass().add("eg-code");
            box.getChildren().add(line);
        });
        return box;
    }

    private static Node page(Region content) {
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().addAll("edge-to-edge", "eg-field-scroll");
        return scroll;
    }

    private void mark(Map<String, Failure> problems) {
        tabs.forEach((group, tab) -> {
            boolean wrong =
                    problems.keySet().stream().anyMatch(path -> group.fields().contains(top(path)));
            tab.setGraphic(wrong ? dot() : null);
        });
    }

    private static Label dot() {
        var mark = new Label();
        mark.getStyleClass().addAll("eg-dot", "eg-tone-bad");
        return mark;
    }

    private static String top(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** Brings a field to the front and gives it the keyboard. */
    public void show(String path) {
        tabs.entrySet().stream()
                .filter(entry -> entry.getKey().fields().contains(top(path)))
                .findFirst()
                .ifPresent(entry -> root.getSelectionModel().select(entry.getValue()));
        root.applyCss();
        root.layout();
        model.field(top(path))
                .flatMap(field -> inside(root, controls.id(field, "")).findFirst())
                .ifPresent(Node::requestFocus);
    }

    private static Stream<Node> inside(Node node, String id) {
        var found = new ArrayList<Node>();
        collect(node, id, found);
        return found.stream();
    }

    private static void collect(Node node, String id, List<Node> into) {
        if (id.equals(node.getId())) {
            into.add(node);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, id, into));
        }
    }

    /** What keeps the result from being taken, in a line; empty when nothing does. */
    public static String summary(Map<String, Failure> problems, FieldWords words) {
        if (problems.isEmpty()) {
            return "";
        }
        var names = problems.keySet().stream().map(words::label).distinct().toList();
        return Texts.WORDS.say("problems", problems.size(), String.join(", ", names));
    }

    public Parent root() {
        return root;
    }
}
