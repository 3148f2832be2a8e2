package app.edgeglass.desktop.shell;

import java.util.function.Supplier;
import javafx.scene.Parent;
import org.kordamp.ikonli.Ikon;

/**
 * A place in the navigation.
 *
 * @param id stable, in kebab-case
 * @param title its name, short enough to stand below its sign
 * @param icon its sign
 * @param view makes it when it is shown first; then it is kept
 */
public record Screen(String id, String title, Ikon icon, Supplier<? extends Parent> view) {}
