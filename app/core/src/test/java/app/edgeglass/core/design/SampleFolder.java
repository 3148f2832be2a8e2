package app.edgeglass.core.design;

import app.edgeglass.core.design.format.Samples;
import java.nio.file.Files;
import java.nio.file.Path;

/** The samples of the checkout, for tests. */
public final class SampleFolder {

    private SampleFolder() {}

    public static Samples samples() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("samples/edge-fleet.yaml"))) {
                return new Samples(folder.resolve("samples"));
            }
        }
        throw new IllegalStateException("no samples above " + start);
    }
}
