package app.edgeglass.desktop.shell.session;

import app.edgeglass.core.connection.profile.Environment;
import app.edgeglass.core.connection.profile.ProfileColour;

/**
 * What a session's tab says, in words that are ready to be shown.
 *
 * @param id names the session for as long as the window is open
 * @param name what the person calls it
 * @param state a word or two: “Live”, “Reconnecting, away 12 s”
 * @param details more of it for the tooltip, line by line; may be empty
 * @param unseen messages that have come since the person looked at it last; 0 for the shown one
 * @param alarm the last thing that went wrong since then; empty for nothing
 */
public record SessionTab(
        int id, String name, Kind kind, SessionSign sign, String state, String details, long unseen, String alarm) {

    /** What the session is to the person. */
    public record Kind(ProfileColour colour, Environment environment, boolean readOnly) {

        public static final Kind PLAIN = new Kind(ProfileColour.NONE, Environment.DEVELOPMENT, false);

        /** Its own colour; production without one is red. */
        ProfileColour shownColour() {
            return colour == ProfileColour.NONE && environment == Environment.PRODUCTION ? ProfileColour.RED : colour;
        }
    }

    /** All of it, for who hears the window. */
    String accessible() {
        var said = new StringBuilder(Texts.WORDS.say("tab.accessible", name, state));
        switch (kind.environment()) {
            case PRODUCTION -> said.append(Texts.WORDS.say("tab.accessible.production"));
            case STAGING -> said.append(Texts.WORDS.say("tab.accessible.staging"));
            case DEVELOPMENT -> {}
        }
        if (kind.readOnly()) {
            said.append(Texts.WORDS.say("tab.accessible.read-only"));
        }
        if (unseen > 0) {
            said.append(Texts.WORDS.say("tab.accessible.unseen", unseen));
        }
        if (!alarm.isEmpty()) {
            said.append(Texts.WORDS.say("tab.accessible.alarm", alarm));
        }
        return said.toString();
    }

    /** The same for who points at it, a line each. */
    String tooltip() {
        var said = new StringBuilder(name).append('\n').append(state);
        if (!details.isEmpty()) {
            said.append('\n').append(details);
        }
        if (unseen > 0) {
            said.append('\n').append(Texts.WORDS.say("tab.unseen", unseen));
        }
        if (!alarm.isEmpty()) {
            said.append('\n').append(alarm);
        }
        return said.toString();
    }
}
