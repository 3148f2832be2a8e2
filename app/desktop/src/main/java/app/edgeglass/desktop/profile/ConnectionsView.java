package app.edgeglass.desktop.profile;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import app.edgeglass.desktop.profile.editor.EditorHost;
import app.edgeglass.desktop.profile.editor.Field;
import app.edgeglass.desktop.profile.editor.Section;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The connections: the list, and beside it what is chosen, or for a while something that covers it. */
public final class ConnectionsView {

    private final ConnectionsViewModel model;
    private final ConnectionList list;
    private final ProfilePane profile;
    private final ContextPane context;
    private final Region nothing;
    private final VBox unreadable = new VBox();
    private final StackPane aside = new StackPane();
    private final SplitPane root;
    private @Nullable Node cover;

    /** What the screen needs from the window around it. */
    public interface Surroundings extends EditorHost {

        /** Asks for a file with connections and shows what is in it. */
        void importFile();

        /** Gives the chosen connection to others. */
        void export();

        /** Asks for another name of a folder. */
        void renameFolder(String folder, Consumer<String> onName);
    }

    public ConnectionsView(ConnectionsViewModel model, Surroundings surroundings) {
        this.model = model;
        list = new ConnectionList(model, new ConnectionList.Commands() {
            @Override
            public void connect() {
                ConnectionsView.this.connect();
            }

            @Override
            public void test() {
                ConnectionsView.this.test();
            }

            @Override
            public void duplicate() {
                model.duplicate();
            }

            @Override
            public void export() {
                surroundings.export();
            }

            @Override
            public void delete() {
                model.delete();
            }

            @Override
            public void rename(Row.Folder folder) {
                surroundings.renameFolder(folder.path(), name -> model.renameFolder(folder.path(), name));
            }

            @Override
            public void importFile() {
                surroundings.importFile();
            }

            @Override
            public void enterForm() {
                ConnectionsView.this.enterForm();
            }
        });
        profile = new ProfilePane(model, surroundings, surroundings::export);
        context = new ContextPane(model);
        nothing = nothing(surroundings);
        aside.setMinWidth(320);
        root = new SplitPane(list.root(), aside);
        root.setId("connections-split");
        SplitPane.setResizableWithParent(list.root(), false);
        model.shownProperty().subscribe(this::show);
        model.selectedProperty().subscribe(key -> uncover());
    }

    private Region nothing(Surroundings surroundings) {
        var box = Controls.nothing(
                "connections-nothing",
                MaterialDesignL.LAN_CONNECT,
                Texts.WORDS.say("nothing"),
                Texts.WORDS.say("nothing.sentence"));
        var add = new Button(Texts.WORDS.say("nothing.new"));
        add.setId("connections-nothing-new-button");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> {
            model.create();
            enterForm();
        });
        var bring = new Button(Texts.WORDS.say("import"));
        bring.setId("connections-nothing-import-button");
        bring.setOnAction(event -> surroundings.importFile());
        var contexts =
                new Label(Texts.WORDS.say("nothing.contexts", model.contexts().folder()));
        contexts.setWrapText(true);
        contexts.getStyleClass().addAll("eg-nothing-sentence", "eg-small");
        var buttons = new FlowPane(add, bring);
        buttons.setAlignment(Pos.CENTER);
        buttons.getStyleClass().add("eg-nothing-buttons");
        box.getChildren().addAll(buttons, contexts);
        return box;
    }

    private void show(Shown shown) {
        uncover();
        switch (shown) {
            case Shown.Nothing _ -> put(nothing);
            case Shown.Editing _ -> put(profile.root());
            case Shown.OfContext one -> {
                context.show(one);
                put(context.root());
            }
            case Shown.Unreadable(var entry) -> {
                Failure failure = entry.failure();
                unreadable
                        .getChildren()
                        .setAll(Controls.nothing(
                                "connections-unreadable",
                                MaterialDesignA.ALERT_CIRCLE_OUTLINE,
                                failure.sentence(),
                                failure.remedy()));
                unreadable.setAlignment(Pos.CENTER);
                put(unreadable);
            }
        }
    }

    private void put(Node node) {
        if (!aside.getChildren().contains(node)) {
            aside.getChildren().setAll(node);
        }
    }

    /** Lays something over what is chosen, until it is taken away or something else is chosen. */
    public void cover(Node with) {
        uncover();
        cover = with;
        aside.getChildren().forEach(below -> below.setVisible(false));
        aside.getChildren().add(with);
    }

    public void uncover() {
        if (cover != null) {
            aside.getChildren().remove(cover);
            cover = null;
            aside.getChildren().forEach(below -> below.setVisible(true));
        }
    }

    /** Whether something lies over what is chosen. */
    public boolean isCovered() {
        return cover != null;
    }

    /** Connects to what is chosen, or shows what is wrong with it. */
    public void connect() {
        uncover();
        profile.connect();
    }

    /** Keeps what is in the form, or shows what is wrong with it. */
    public void save() {
        uncover();
        profile.save();
    }

    /** Examines what is chosen, or shows what is wrong with it. */
    public void test() {
        uncover();
        profile.test();
    }

    /** Gives the keyboard to the form's first field. */
    public void enterForm() {
        uncover();
        profile.form().show(Field.NAME);
    }

    /** Brings a section of the form to the front. */
    public void show(Section section) {
        uncover();
        profile.form().show(section);
    }

    /** Brings a field of the form to the front. */
    public void show(Field field) {
        uncover();
        profile.form().show(field);
    }

    /** Gives the keyboard to the search. */
    public void focusSearch() {
        list.focus();
    }

    /** Looks after what changes by itself; to be called now and then. */
    public void sample() {
        model.list().sample();
        list.sample();
    }

    public SplitPane split() {
        return root;
    }

    public Parent root() {
        return root;
    }
}
