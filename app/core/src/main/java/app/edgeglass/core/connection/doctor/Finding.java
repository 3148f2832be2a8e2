package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.profile.ServerUrl;
import java.time.Duration;

/**
 * A stage of one URL, as far as it is.
 *
 * @param url which of the profile's URLs
 * @param took how long it took; zero while it runs, and when it was not reached
 */
public record Finding(ServerUrl url, Stage stage, Outcome outcome, Duration took) {}
