package app.edgeglass.desktop.shell;

import app.edgeglass.desktop.fx.Subscriptions;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Puts the appearance on a scene: the theme, our accent, the zoom and the stylesheets of the packages. The zoom is the
 * size of the root's font; it travels as a stylesheet, since popups take over their owner's stylesheets but not the
 * style of its root.
 */
public final class Look {

    /** The size of text at 100 %, in pixels. */
    static final double FONT_SIZE = 13;

    // Never in em: an icon is a text of its own, whose em is its own size, so that it would grow each time that styles
    // are applied, until it fills the window.
    private static final double ICON_SIZE = 16;
    private static final double LARGE_ICON_SIZE = 20;
    private static final double HUGE_ICON_SIZE = 26;
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Appearance appearance;
    private final List<String> stylesheets;

    /** @param packages whose stylesheets are loaded, such as {@code shell} or {@code shell/notice} */
    public Look(Appearance appearance, List<String> packages) {
        this.appearance = appearance;
        this.stylesheets = Stream.concat(
                        Stream.of(resource("shell/dense.css")),
                        packages.stream().map(Look::stylesheet))
                .toList();
        Fonts.load();
        theme(appearance.darkProperty().get());
    }

    private static String stylesheet(String ofPackage) {
        String name = ofPackage.substring(ofPackage.lastIndexOf('/') + 1);
        return resource(ofPackage + "/" + name + ".css");
    }

    private static String resource(String name) {
        String path = "/app/edgeglass/desktop/" + name;
        return Objects.requireNonNull(Look.class.getResource(path), path).toExternalForm();
    }

    /** Dresses the scene now and whenever the appearance changes, for as long as the program runs. */
    public void dress(Scene scene) {
        var theme = new Subscriptions();
        theme.values(appearance.darkProperty(), dark -> {
            theme(dark);
            dressed(scene);
        });
        theme.changes(appearance.zoomProperty(), () -> dressed(scene));
    }

    private static void theme(boolean dark) {
        // Compiled: read in a few milliseconds, where the text takes fifty.
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
    }

    private void dressed(Scene scene) {
        scene.getRoot().pseudoClassStateChanged(DARK, appearance.darkProperty().get());
        var all = new ArrayList<>(stylesheets);
        all.add(encoded(
                root(appearance.darkProperty().get(), appearance.zoomProperty().get())));
        scene.getStylesheets().setAll(all);
    }

    private static String encoded(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private static String root(boolean dark, int zoomPercent) {
        double scale = zoomPercent / 100.0;
        return String.format(
                Locale.ROOT,
                """
                .root { -fx-font-size: %.2fpx; -fx-font-family: "%s"; %s }
                .eg-code { -fx-font-family: "%s"; }
                .text-input .context-menu { -fx-font-size: %.2fpx; }
                .ikonli-font-icon { -fx-icon-size: %dpx; }
                .eg-icon-large.ikonli-font-icon { -fx-icon-size: %dpx; }
                .eg-icon-huge.ikonli-font-icon { -fx-icon-size: %dpx; }
                """,
                FONT_SIZE * scale,
                Fonts.TEXT,
                dark ? DARK_COLOURS : LIGHT_COLOURS,
                Fonts.CODE,
                FONT_SIZE * scale,
                Math.round(ICON_SIZE * scale),
                Math.round(LARGE_ICON_SIZE * scale),
                Math.round(HUGE_ICON_SIZE * scale));
    }

    // The one accent is the green-blue that one sees at the edge of a pane of glass. The eg- colours tell profiles
    // apart;
    // white can be read on each of them.
    private static final String LIGHT_COLOURS = """
        -color-accent-fg: #0a7391;
        -color-accent-emphasis: #0b7fa0;
        -color-accent-muted: rgba(34, 160, 196, 0.4);
        -color-accent-subtle: #e0f3f9;
        -color-border-muted: #e3e7eb;
        -color-accent-4: #2a9fc0;
        -color-accent-5: #0b7fa0;
        -color-accent-6: #0a6a86;
        -eg-grey: #6a737d;
        -eg-blue: #0969da;
        -eg-green: #1a7f37;
        -eg-yellow: #8a6100;
        -eg-orange: #bc4c00;
        -eg-red: #cf222e;
        -eg-purple: #8250df;
        """;

    private static final String DARK_COLOURS = """
        -color-accent-fg: #56c4e4;
        -color-accent-emphasis: #15799a;
        -color-accent-muted: rgba(58, 174, 211, 0.4);
        -color-accent-subtle: rgba(58, 174, 211, 0.16);
        -color-bg-overlay: #161b22;
        -color-accent-4: #2a9fc0;
        -color-accent-5: #15799a;
        -color-accent-6: #10657f;
        -eg-grey: #6e7681;
        -eg-blue: #1f6feb;
        -eg-green: #238636;
        -eg-yellow: #9e6a03;
        -eg-orange: #bd561d;
        -eg-red: #d1322f;
        -eg-purple: #8957e5;
        """;
}
