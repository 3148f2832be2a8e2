package app.edgeglass.desktop.transfer;

import app.edgeglass.core.error.Failure;
import app.edgeglass.core.text.SafeText;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.core.transfer.ImportFile;
import app.edgeglass.core.transfer.TransferEnd;
import app.edgeglass.core.transfer.TransferProgress;
import java.util.ArrayList;

/**
 * A state in words.
 *
 * @param bad whether not all was done
 * @param sentence what became of it
 * @param more the rest of it, and what to do; may be empty
 */
record TransferText(boolean bad, String sentence, String more) {

    private static final int SHOWN = 80;

    static TransferText of(TransferState state) {
        return switch (state) {
            case TransferState.Idle _ -> new TransferText(false, "", "");
            case TransferState.Running(TransferProgress progress) -> good(running(progress), "");
            case TransferState.Looked(ImportFile.Summary summary, String stream) -> looked(summary, stream);
            case TransferState.Written(TransferProgress progress, var file) ->
                good(
                        Texts.WORDS.say(
                                "state.written", figure(progress.messages()), size(progress.bytes()), file.toString()),
                        "");
            case TransferState.Ended(TransferEnd end, String stream, boolean ofFile) -> ended(end, stream, ofFile);
            case TransferState.Dropped(TransferProgress progress) ->
                new TransferText(
                        true,
                        Texts.WORDS.say("state.dropped", figure(progress.messages())),
                        Texts.WORDS.say("state.dropped.more"));
            case TransferState.Failed(Failure failure) -> new TransferText(true, failure.sentence(), failure.remedy());
        };
    }

    private static String running(TransferProgress progress) {
        return progress.messages() == 0
                ? Texts.WORDS.say("state.begun")
                : Texts.WORDS.say("state.running", figure(progress.messages()), size(progress.bytes()));
    }

    private static TransferText looked(ImportFile.Summary summary, String stream) {
        var parts = new ArrayList<String>();
        if (summary.notTaken() > 0) {
            parts.add(Texts.WORDS.say(
                    "look.not-taken",
                    summary.notTaken(),
                    figure(summary.notTaken()),
                    SafeText.show(stream, SHOWN),
                    SafeText.show(summary.example(), SHOWN)));
        }
        summary.broken().ifPresent(broken -> parts.add(broken.sentence() + " " + broken.remedy()));
        return new TransferText(
                !parts.isEmpty(),
                Texts.WORDS.say("look", summary.messages(), figure(summary.messages()), size(summary.bytes())),
                String.join(" ", parts));
    }

    private static TransferText ended(TransferEnd end, String stream, boolean ofFile) {
        var parts = new ArrayList<String>();
        if (end.duplicates() > 0) {
            parts.add(Texts.WORDS.say("end.duplicates", end.duplicates(), figure(end.duplicates())));
        }
        if (end.later() > 0) {
            parts.add(Texts.WORDS.say("end.later", end.later(), figure(end.later())));
        }
        if (end.doubtful() > 0) {
            parts.add(Texts.WORDS.say("end.doubtful", end.doubtful(), figure(end.doubtful())));
        }
        String stored = Texts.WORDS.say("end.stored", end.stored(), figure(end.stored()), SafeText.show(stream, SHOWN));
        if (end.isComplete()) {
            return good(stored, String.join(" ", parts));
        }
        parts.addFirst(stored);
        end.why().ifPresent(why -> parts.add(why.remedy()));
        String place = figure(end.reached() + 1);
        parts.add(ofFile ? Texts.WORDS.say("end.go-on.line", place) : Texts.WORDS.say("end.go-on.sequence", place));
        String sentence = end.why().map(Failure::sentence).orElseGet(() -> Texts.WORDS.say("end.cancelled"));
        return new TransferText(true, sentence, String.join(" ", parts));
    }

    private static TransferText good(String sentence, String more) {
        return new TransferText(false, sentence, more);
    }

    private static String figure(long count) {
        return Texts.FIGURES.count(count);
    }

    private static String size(long bytes) {
        return Sizes.say(bytes, Texts.WORDS.locale());
    }
}
