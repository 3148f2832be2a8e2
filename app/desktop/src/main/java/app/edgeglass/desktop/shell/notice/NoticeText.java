package app.edgeglass.desktop.shell.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** How a notice reads: its time, its count, its sign. */
final class NoticeText {

    private NoticeText() {}

    /** The time of day, with the date when it was not today. */
    static String time(Notice notice, Clock clock) {
        ZonedDateTime at = notice.at().atZone(ZoneId.systemDefault());
        String time =
                DateTimeFormatter.ofPattern("HH:mm:ss", Texts.WORDS.locale()).format(at);
        boolean today = at.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault()));
        return today
                ? time
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                                .withLocale(Texts.WORDS.locale())
                                .format(at)
                        + " " + time;
    }

    /** How often it was said; empty for once. */
    static String times(Notice notice) {
        return notice.times() > 1 ? Texts.WORDS.say("times", notice.times()) : "";
    }

    static Ikon sign(Severity severity) {
        return switch (severity) {
            case INFO -> MaterialDesignI.INFORMATION_OUTLINE;
            case SUCCESS -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }

    /** The word for the sign, for those who do not see it. */
    static String word(Severity severity) {
        return switch (severity) {
            case INFO -> Texts.WORDS.say("severity.info");
            case SUCCESS -> Texts.WORDS.say("severity.success");
            case WARNING -> Texts.WORDS.say("severity.warning");
            case ERROR -> Texts.WORDS.say("severity.error");
        };
    }

    /** The style class of its colour, one of AtlantaFX's. */
    static String style(Severity severity) {
        return switch (severity) {
            case INFO -> "accent";
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case ERROR -> "danger";
        };
    }

    /** All of it, to be copied. */
    static String whole(Notice notice, Clock clock) {
        var text = new StringBuilder(time(notice, clock)).append("  ").append(notice.sentence());
        if (!times(notice).isEmpty()) {
            text.append("  ").append(times(notice));
        }
        if (!notice.remedy().isEmpty()) {
            text.append(System.lineSeparator()).append(notice.remedy());
        }
        if (!notice.details().isEmpty()) {
            text.append(System.lineSeparator()).append(System.lineSeparator()).append(notice.details());
        }
        return text.toString();
    }
}
