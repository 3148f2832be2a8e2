package app.edgeglass.desktop.profile;

import app.edgeglass.core.error.Failure;
import app.edgeglass.desktop.control.Controls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The left side: a field to find by, and the list. What is chosen follows the model, which may ask first. */
final class ConnectionList {

    private final ConnectionsViewModel model;
    private final Commands commands;
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final Label readOnly = new Label();
    private final VBox root;
    private Map<String, Door.Standing> standings = Map.of();
    private boolean following;

    /** What the list asks of the screen. */
    interface Commands extends RowMenu.Commands {

        void importFile();

        /** Gives the keyboard to what is chosen. */
        void enterForm();
    }

    ConnectionList(ConnectionsViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        search.setId("connections-search");
        search.setPromptText(Texts.WORDS.say("search"));
        search.setAccessibleText(Texts.WORDS.say("search.accessible"));
        search.textProperty().bindBidirectional(model.list().queryProperty());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::inSearch);
        list.setId("connections-list");
        list.setAccessibleText(Texts.WORDS.say("list.accessible"));
        list.getStyleClass().add("eg-connection-list");
        list.setItems(rows);
        list.setCellFactory(view -> new RowCell(model.opening()::standing));
        list.setPlaceholder(placeholder());
        list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        list.setContextMenu(new RowMenu(() -> list.getSelectionModel().getSelectedItem(), commands).root());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::inList);
        list.addEventHandler(KeyEvent.KEY_TYPED, this::typedInList);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                take(list.getSelectionModel().getSelectedItem());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        readOnly.setId("connections-read-only");
        readOnly.setWrapText(true);
        readOnly.setMinHeight(Region.USE_PREF_SIZE);
        readOnly.getStyleClass().add("eg-connections-trouble");
        root = new VBox(header(), readOnly, list);
        root.getStyleClass().add("eg-connections-side");
        root.setMinWidth(240);
        model.list().rowsProperty().subscribe(this::show);
        model.selectedProperty().subscribe(key -> follow());
    }

    private Region header() {
        var add = new Button(Texts.WORDS.say("new"), new FontIcon(MaterialDesignP.PLUS));
        add.setId("connections-new-button");
        add.setAccessibleText(Texts.WORDS.say("new.accessible"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(event -> {
            model.create();
            commands.enterForm();
        });
        var bring = new Button(null, new FontIcon(MaterialDesignI.IMPORT));
        bring.setId("connections-import-button");
        bring.setAccessibleText(Texts.WORDS.say("import"));
        bring.setTooltip(new Tooltip(Texts.WORDS.say("import")));
        bring.getStyleClass().addAll("button-icon");
        bring.setMinWidth(Region.USE_PREF_SIZE);
        bring.setOnAction(event -> commands.importFile());
        HBox.setHgrow(search, Priority.ALWAYS);
        var line = new HBox(search, bring, add);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("eg-connections-tools");
        return line;
    }

    private Region placeholder() {
        var words = new Label();
        words.setWrapText(true);
        words.getStyleClass().add("eg-placeholder");
        model.list()
                .queryProperty()
                .subscribe(query -> words.setText(
                        query.isBlank() ? Texts.WORDS.say("list.empty") : Texts.WORDS.say("list.no-hit", query)));
        return words;
    }

    private void show(List<Row> now) {
        following = true;
        rows.setAll(now);
        following = false;
        follow();
        Optional<Failure> why = model.readOnly();
        Controls.visible(readOnly, why.isPresent());
        readOnly.setText(
                why.map(failure -> failure.sentence() + " " + failure.remedy()).orElse(""));
    }

    /** Selects what the model has chosen. */
    private void follow() {
        following = true;
        int index = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(model.selectedProperty().get())) {
                index = i;
            }
        }
        if (index < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 3));
        }
        following = false;
    }

    private void selected(@Nullable Row row) {
        if (!following && row != null) {
            model.choose(row);
            // The person may have been asked first, and what was chosen before still stands.
            if (!row.key().equals(model.selectedProperty().get())) {
                followLater();
            }
        }
    }

    /** The list is in the middle of a change of its own. */
    private void followLater() {
        list.getScene().addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                list.getScene().removePostLayoutPulseListener(this);
                follow();
            }
        });
    }

    private void inSearch(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN, ENTER -> {
                list.requestFocus();
                if (list.getSelectionModel().isEmpty()) {
                    rows.stream()
                            .filter(row -> row instanceof Row.Stored || row instanceof Row.Context)
                            .findFirst()
                            .ifPresent(row -> list.getSelectionModel().select(row));
                }
                event.consume();
            }
            case ESCAPE -> {
                if (!search.getText().isEmpty()) {
                    search.clear();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void inList(KeyEvent event) {
        Row row = list.getSelectionModel().getSelectedItem();
        KeyCode code = event.getCode();
        if (event.isAltDown() && (code == KeyCode.UP || code == KeyCode.DOWN)) {
            if (row instanceof Row.Stored(var profile, int _)) {
                model.move(profile, code == KeyCode.UP ? -1 : 1);
            }
            event.consume();
            return;
        }
        switch (code) {
            case ENTER -> take(row);
            case DELETE -> {
                if (row instanceof Row.Stored) {
                    model.delete();
                }
            }
            case LEFT -> setClosed(row, true);
            case RIGHT -> setClosed(row, false);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** A letter looks for what begins with it, anywhere. */
    private void typedInList(KeyEvent event) {
        String typed = event.getCharacter();
        if (!typed.isBlank() && !event.isControlDown() && !event.isMetaDown() && !event.isAltDown()) {
            search.requestFocus();
            search.appendText(typed);
            event.consume();
        }
    }

    private void take(@Nullable Row row) {
        switch (row) {
            case Row.Folder folder -> model.list().setClosed(folder.path(), folder.open());
            case Row.Contexts contexts -> model.list().setClosed(Row.Contexts.FOLDER, contexts.open());
            case Row.Stored _, Row.Context _ -> commands.connect();
            case null, default -> {}
        }
    }

    private void setClosed(@Nullable Row row, boolean closed) {
        switch (row) {
            case Row.Folder folder -> model.list().setClosed(folder.path(), closed);
            case Row.Contexts _ -> model.list().setClosed(Row.Contexts.FOLDER, closed);
            case null, default -> {}
        }
    }

    /** Draws the rows anew whose sessions stand in another way now. */
    void sample() {
        var now = new TreeMap<String, Door.Standing>();
        for (Row row : rows) {
            Door.Standing standing = model.opening().standing(row.key());
            if (standing != Door.Standing.CLOSED) {
                now.put(row.key(), standing);
            }
        }
        if (!now.equals(standings)) {
            standings = now;
            list.refresh();
        }
    }

    void focus() {
        search.requestFocus();
        search.selectAll();
    }

    Region root() {
        return root;
    }
}
