package app.edgeglass.desktop.shell.session;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** How a session stands, as a sign whose shape says it also to those who see no colours. */
public enum SessionSign {
    /** Nothing was asked for yet. */
    EMPTY,
    OPENING,
    LIVE,
    /** The connection stands, but nothing is heard. */
    SILENT,
    RECONNECTING,
    /** A secret is wanted. */
    WANTING,
    FAILED,
    CLOSED;

    Ikon icon() {
        return switch (this) {
            case EMPTY -> MaterialDesignH.HOME_OUTLINE;
            case OPENING -> MaterialDesignP.PROGRESS_CLOCK;
            case LIVE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case SILENT -> MaterialDesignT.TIMER_SAND;
            case RECONNECTING -> MaterialDesignS.SYNC;
            case WANTING -> MaterialDesignK.KEY_OUTLINE;
            case FAILED -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
            case CLOSED -> MaterialDesignP.POWER_PLUG_OFF_OUTLINE;
        };
    }

    String styleClass() {
        return switch (this) {
            case EMPTY, CLOSED -> "eg-sign-plain";
            case OPENING -> "eg-sign-busy";
            case LIVE -> "eg-sign-good";
            case SILENT, RECONNECTING, WANTING -> "eg-sign-warning";
            case FAILED -> "eg-sign-bad";
        };
    }
}
