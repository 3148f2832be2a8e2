package app.edgeglass.desktop.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class SnapshotListTest {

    private final SnapshotList<String> list = new SnapshotList<>();
    private final List<String> changes = new ArrayList<>();

    private void listen() {
        list.addListener((ListChangeListener<String>) change -> {
            while (change.next()) {
                if (change.wasUpdated()) {
                    changes.add("updated " + change.getFrom() + ".." + change.getTo());
                } else {
                    changes.add("replaced " + change.getRemovedSize() + " by " + change.getAddedSize());
                }
            }
        });
    }

    @Test
    void anySizeIsOneChange() {
        listen();
        list.show(100_000, index -> "row " + index);
        list.show(3, index -> "new " + index);
        list.show(0, index -> "none");
        list.show(0, index -> "none");

        assertThat(changes).containsExactly("replaced 0 by 100000", "replaced 100000 by 3", "replaced 3 by 0");
        assertThat(list).isEmpty();
    }

    @Test
    void asksForRowsOneByOneAndOnlyWhenTheyAreWanted() {
        var asked = new ArrayList<Integer>();
        list.show(1_000_000, index -> {
            asked.add(index);
            return "row " + index;
        });

        assertThat(list.get(999_999)).isEqualTo("row 999999");
        assertThat(list).hasSize(1_000_000);
        assertThat(asked).containsExactly(999_999);
    }

    @Test
    void anUpdateNamesOnlyTheVisibleRows() {
        list.show(5, index -> "old " + index);
        listen();
        list.update(index -> "new " + index, 3, 40);

        assertThat(changes).containsExactly("updated 3..5");
        assertThat(list.get(4)).isEqualTo("new 4");
        assertThat(list.get(0)).isEqualTo("new 0");
    }

    @Test
    void anExchangeSaysNothing() {
        list.show(5, index -> "old " + index);
        listen();
        list.exchange(index -> "new " + index);

        assertThat(changes).isEmpty();
        assertThat(list.copy()).containsExactly("new 0", "new 1", "new 2", "new 3", "new 4");
    }

    @Test
    void knowsItsBounds() {
        list.show(2, index -> "row");
        assertThatThrownBy(() -> list.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> list.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
