package app.edgeglass.desktop;

import javafx.scene.Scene;

/** Waits for the end of a scene's next layout, behind which only the drawing is left. */
final class OnceLaidOut {

    private OnceLaidOut() {}

    static void run(Scene scene, Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                work.run();
            }
        });
    }
}
