package app.edgeglass.desktop.fx;

import java.util.ArrayList;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * What a view listens to, in one bag, so that it can let go of all of it at once. Used on the window's thread only.
 *
 * <p>A view that comes and goes fills its bag each time it enters the scene, see {@link #whileInScene}.
 */
public final class Subscriptions implements AutoCloseable {

    private final ArrayList<Subscription> held = new ArrayList<>();

    /** Holds something that was subscribed to elsewhere. */
    public void add(Subscription subscription) {
        held.add(subscription);
    }

    /** Calls the consumer with the present value, now, and with each new one. */
    public <T> void values(ObservableValue<T> source, Consumer<? super T> consumer) {
        held.add(source.subscribe(consumer));
    }

    /** Calls the runnable at each invalidation, not now. */
    public void changes(Observable source, Runnable onChange) {
        held.add(source.subscribe(onChange));
    }

    public int size() {
        return held.size();
    }

    /** Lets go of everything, the last first. The bag can be filled again. */
    @Override
    public void close() {
        for (Subscription subscription : held.reversed()) {
            subscription.unsubscribe();
        }
        held.clear();
    }

    /**
     * Fills a bag whenever the node enters a scene and empties it when the node leaves.
     *
     * @param attach fills the bag; called at once when the node is in a scene already
     */
    public static void whileInScene(Node node, Consumer<Subscriptions> attach) {
        var bag = new Subscriptions();
        node.sceneProperty().subscribe(scene -> {
            bag.close();
            if (scene != null) {
                attach.accept(bag);
            }
        });
    }
}
