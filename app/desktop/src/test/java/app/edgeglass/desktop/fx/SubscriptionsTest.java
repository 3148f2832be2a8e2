package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {

    @Test
    void lettingGoLeavesNoListener() {
        var source = new SimpleIntegerProperty(1);
        var heard = new ArrayList<Number>();
        var bag = new Subscriptions();
        bag.values(source, heard::add);
        bag.changes(source, () -> heard.add(-1));
        source.set(2);
        bag.close();
        source.set(3);

        assertThat(heard).containsExactlyInAnyOrder(1, 2, -1);
        assertThat(bag.size()).isZero();
    }

    @Test
    void aViewListensOnlyWhileItIsInAScene() {
        var source = new SimpleIntegerProperty(1);
        List<Number> heard = new ArrayList<>();
        var view = new Pane();
        Subscriptions.whileInScene(view, bag -> bag.values(source, heard::add));
        source.set(2);
        assertThat(heard).isEmpty();

        var root = new Group(view);
        var scene = new Scene(root);
        assertThat(heard).containsExactly(2);
        source.set(3);
        root.getChildren().clear();
        source.set(4);
        assertThat(heard).containsExactly(2, 3);

        root.getChildren().add(view);
        assertThat(heard).containsExactly(2, 3, 4);
        assertThat(scene.getRoot()).isSameAs(root);
    }
}
