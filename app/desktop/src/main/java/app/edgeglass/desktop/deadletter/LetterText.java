package app.edgeglass.desktop.deadletter;

import app.edgeglass.core.deadletter.Content;
import app.edgeglass.core.deadletter.DeadLetter;
import app.edgeglass.core.deadletter.Stuck;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** How a dead letter reads in the table and above its content. */
final class LetterText {

    private static final int LONGEST = 300;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private LetterText() {}

    static String time(Stuck one) {
        return TIME.format(one.letter().at().atZone(ZoneId.systemDefault()));
    }

    static String why(Stuck one) {
        DeadLetter letter = one.letter();
        return switch (letter.cause()) {
            case MAX_DELIVERIES -> Texts.WORDS.say("why.deliveries");
            case TERMINATED ->
                letter.reason().isEmpty()
                        ? Texts.WORDS.say("why.terminated")
                        : Texts.WORDS.say("why.terminated.reason", SafeText.show(letter.reason(), LONGEST));
        };
    }

    static String subject(Stuck one) {
        return switch (one.content()) {
            case Content.Present present -> SafeText.show(present.subject(), LONGEST);
            case Content.Dropped dropped -> SafeText.show(dropped.subject(), LONGEST);
            default -> "";
        };
    }

    static String size(Stuck one) {
        return switch (one.content()) {
            case Content.Present present -> Sizes.say(present.payload().length);
            case Content.Dropped dropped -> Sizes.say(dropped.size());
            default -> "";
        };
    }

    static String state(Stuck one) {
        return switch (one.content()) {
            case Content.Present present -> Texts.WORDS.say("state.present");
            case Content.Dropped dropped -> Texts.WORDS.say("state.present");
            case Content.Gone gone -> Texts.WORDS.say("state.gone");
            case Content.Awaited awaited -> Texts.WORDS.say("state.awaited");
            case Content.Unread unread -> Texts.WORDS.say("state.unread");
        };
    }

    /** Above the payload: what is known besides it. */
    static String meta(Stuck one) {
        DeadLetter letter = one.letter();
        String origin = letter.origin() == DeadLetter.Origin.KEPT
                ? Texts.WORDS.say("origin.kept")
                : Texts.WORDS.say("origin.heard");
        return Texts.WORDS.say("meta", letter.consumer(), letter.sequence(), letter.deliveries(), why(one), origin)
                + headers(one);
    }

    private static String headers(Stuck one) {
        if (!(one.content() instanceof Content.Present present)
                || present.headers().isEmpty()) {
            return "";
        }
        return "\n"
                + present.headers().stream()
                        .map(header -> SafeText.show(header.name() + ": " + header.value(), LONGEST))
                        .collect(Collectors.joining("   "));
    }

    /** Why there is no payload to be shown. */
    static String missing(Stuck one) {
        return switch (one.content()) {
            case Content.Gone gone -> Texts.WORDS.say("missing.gone");
            case Content.Unread unread ->
                unread.reason().sentence() + " " + unread.reason().remedy();
            default -> Texts.WORDS.say("missing.awaited");
        };
    }
}
