package app.edgeglass.core.design.format;

import java.nio.file.Path;

/**
 * A design that lies in the folder of samples.
 *
 * @param name the file's name without its ending; what {@code --sample} takes
 * @param title what a person reads; the name when the file cannot be read as a design
 * @param description what the world is about; may be empty
 * @param valid whether it can be run; {@link Samples#load} says what is wrong when it cannot
 */
public record Sample(String name, String title, String description, Path file, boolean valid) {}
