package app.edgeglass.core.connection.doctor;

import app.edgeglass.core.connection.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the server knows of us ({@code $SYS.REQ.USER.INFO}, which each user may ask whose permissions let it).
 *
 * @param expires how long the user is let in, if it is not for ever
 * @param permissions as the server's configuration has them; missing where nothing is limited
 */
record UserInfo(String user, String account, Optional<Duration> expires, JsonNode permissions) {

    private static final String SUBJECT = "$SYS.REQ.USER.INFO";

    static Optional<UserInfo> ask(Session session, Duration within) throws IOException, InterruptedException {
        if (!(Question.ask(session, SUBJECT, within) instanceof Question.Answer.Said(JsonNode said))) {
            return Optional.empty();
        }
        JsonNode data = said.path("data");
        String account = data.path("account_name").asString("");
        long expires = data.path("expires").asLong(0);
        return Optional.of(new UserInfo(
                data.path("user").asString(""),
                account.isEmpty() ? data.path("account").asString("") : account,
                expires > 0 ? Optional.of(Duration.ofNanos(expires)) : Optional.empty(),
                data.path("permissions")));
    }

    /** @param what {@code publish} or {@code subscribe}, and {@code allow} or {@code deny} */
    List<String> permitted(String what, String how) {
        var subjects = new ArrayList<String>();
        permissions.path(what).path(how).forEach(subject -> subjects.add(subject.asString("")));
        // The server keeps them in no order.
        return subjects.stream().sorted().toList();
    }
}
