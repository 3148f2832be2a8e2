package app.edgeglass.desktop;

import java.util.List;

/** Which packages have a stylesheet, named as they are. */
final class StyledParts {

    static final List<String> ALL = List.of(
            "shell",
            "shell/dialog",
            "shell/action",
            "shell/notice",
            "shell/session",
            "settings",
            "control",
            "control/tree",
            "form",
            "consumer",
            "connection",
            "subject",
            "message",
            "census",
            "transfer",
            "publish",
            "sandbox",
            "profile",
            "profile/editor",
            "profile/transfer",
            "browse",
            "doctor",
            "stream",
            "backup",
            "deadletter",
            "advisory");

    private StyledParts() {}
}
