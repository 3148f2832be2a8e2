package app.edgeglass.core.design.format;

import java.util.List;

/** A YAML document with the place of everything in it. Lines and columns count from 1. */
sealed interface YamlNode {

    int line();

    int column();

    record Mapping(int line, int column, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** @param line where the key stands */
    record Entry(String key, int line, int column, YamlNode value) {}

    record Sequence(int line, int column, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param text as it was written, without quotes */
    record Scalar(int line, int column, Kind kind, String text) implements YamlNode {}

    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        NULL
    }
}
