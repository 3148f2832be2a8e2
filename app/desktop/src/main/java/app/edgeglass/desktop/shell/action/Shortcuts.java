package app.edgeglass.desktop.shell.action;

import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** Makes the shortcuts of all actions work in a scene, and says them to a person. */
public final class Shortcuts {

    private Shortcuts() {}

    /** Follows the registry: what is registered later works too, what is taken out works no more. */
    public static void install(Scene scene, Actions actions) {
        Map<KeyCombination, Runnable> installed = new HashMap<>();
        Map<KeyCombination, Runnable> first = new HashMap<>();
        Runnable renew = () -> {
            installed.keySet().forEach(scene.getAccelerators()::remove);
            installed.clear();
            first.clear();
            for (Action action : actions.all()) {
                for (String shortcut : action.shortcuts()) {
                    (action.first() ? first : installed)
                            .put(KeyCombination.valueOf(shortcut), () -> actions.run(action.id()));
                }
            }
            scene.getAccelerators().putAll(installed);
        };
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> first.entrySet().stream()
                        .filter(entry -> entry.getKey().match(event))
                        .findFirst()
                        .ifPresent(entry -> {
                            entry.getValue().run();
                            event.consume();
                        }));
        actions.all().addListener((ListChangeListener<Action>) change -> renew.run());
        renew.run();
    }

    /** The keys as they are written on this platform, such as “Ctrl+K” or “⌘K”. */
    public static String shown(String shortcut) {
        return KeyCombination.valueOf(shortcut).getDisplayText();
    }

    /** A tooltip's text: what it does, and the keys that do it. */
    public static String tooltip(Action action) {
        return action.shortcuts().isEmpty()
                ? action.title()
                : Texts.WORDS.say(
                        "tooltip", action.title(), shown(action.shortcuts().getFirst()));
    }
}
