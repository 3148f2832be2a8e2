package app.edgeglass.desktop.profile;

import app.edgeglass.core.connection.profile.Profile;
import app.edgeglass.core.connection.profile.Secret;
import app.edgeglass.core.connection.profile.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the person for secrets. */
public interface SecretAsker {

    /**
     * What is asked.
     *
     * @param profile what they are for
     * @param wanted which, in the order in which to ask
     * @param keepable whether they can be kept for the next start
     * @param why a sentence about what went wrong before; empty at first
     */
    record Question(Profile profile, List<Secret> wanted, boolean keepable, String why) {}

    /**
     * What was answered.
     *
     * @param keep whether to keep them for the next start
     */
    record Answer(Map<Secret, SecretValue> values, boolean keep) {}

    /** Never answers when the person turns away. */
    void ask(Question question, Consumer<Answer> onAnswer);
}
