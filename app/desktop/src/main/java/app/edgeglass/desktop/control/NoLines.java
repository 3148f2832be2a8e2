package app.edgeglass.desktop.control;

import app.edgeglass.core.payload.Lines;
import java.util.List;

/** A text without anything in it. */
enum NoLines implements Lines {
    NONE;

    @Override
    public int count() {
        return 1;
    }

    @Override
    public String text(int line) {
        return "";
    }

    @Override
    public void styles(int line, StyleSink sink) {}

    @Override
    public int number(int line) {
        return 0;
    }

    @Override
    public boolean continues(int line) {
        return false;
    }

    @Override
    public List<Span> find(String query, int most) {
        return List.of();
    }
}
