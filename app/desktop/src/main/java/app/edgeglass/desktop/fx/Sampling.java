package app.edgeglass.desktop.fx;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Where a live view has itself sampled; see {@link PulseSampler}. Used on the window's thread only. */
public interface Sampling {

    /**
     * Registers a view.
     *
     * @param interval how often it wants to be sampled, at best
     * @param shown whether it can be seen now
     * @param sample takes the sample and sets what is bound to the screen; to be done in a few milliseconds
     */
    Subscription register(Duration interval, BooleanSupplier shown, Runnable sample);

    /** Registers a view that is sampled while its node is visible in a window that is showing and not minimised. */
    Subscription register(Duration interval, Node node, Runnable sample);

    /**
     * Registers a view that is sampled while its node can be seen, and less often while nothing happens.
     *
     * @param sample as in the other cases; says whether there was anything new
     */
    Subscription registerLive(Duration interval, Node node, BooleanSupplier sample);

    /** The same for a part of the window that goes before the window does: what it has registered goes into the bag. */
    default Sampling into(Subscriptions bag) {
        Sampling all = this;
        return new Sampling() {
            @Override
            public Subscription register(Duration interval, BooleanSupplier shown, Runnable sample) {
                return held(all.register(interval, shown, sample));
            }

            @Override
            public Subscription register(Duration interval, Node node, Runnable sample) {
                return held(all.register(interval, node, sample));
            }

            @Override
            public Subscription registerLive(Duration interval, Node node, BooleanSupplier sample) {
                return held(all.registerLive(interval, node, sample));
            }

            private Subscription held(Subscription subscription) {
                bag.add(subscription);
                return subscription;
            }
        };
    }
}
