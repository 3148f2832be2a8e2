package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonChange.Kind;
import app.edgeglass.core.payload.PayloadDiff.Verdict;
import app.edgeglass.core.text.Sizes;
import app.edgeglass.plugin.api.Payload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two payloads: in meaning when both are JSON, else line by line, else byte by byte. Takes up to a second. */
public final class PayloadDiffer {

    /** Above this, JSON is not compared in meaning: it would take thirty times as much memory. */
    static final int LARGEST_JSON = 2 * 1024 * 1024;

    /** Above this, texts are not laid out side by side. */
    static final int LARGEST_TEXT = 4 * 1024 * 1024;

    /** The most lines of a text that are laid out, and of a stretch that are shown. */
    private static final int MOST_LINES = 200_000;

    private static final int MOST_SHOWN = 2_000;

    private PayloadDiffer() {}

    /** Compares what is at hand of an older payload with what is at hand of a newer one. */
    public static PayloadDiff between(Payload before, Payload after) {
        if (before.size() == after.size() && Arrays.equals(before.bytes(), after.bytes())) {
            return identical(before);
        }
        var largest = Math.max(before.bytes().length, after.bytes().length);
        if (largest > LARGEST_TEXT) {
            return bytesOnly(before, after, PayloadWords.say("diff.note.large", Sizes.say(LARGEST_TEXT)));
        }
        var older = Reading.of(before).kind();
        var newer = Reading.of(after).kind();
        if (older == PayloadKind.JSON && newer == PayloadKind.JSON) {
            return ofJson(before, after, largest);
        }
        if (older == PayloadKind.BINARY || newer == PayloadKind.BINARY) {
            return ofBytes(before, after);
        }
        return ofText(before, after, text(before), text(after), false);
    }

    private static PayloadDiff identical(Payload payload) {
        var note = payload.isWhole()
                ? null
                : PayloadWords.say("diff.note.parts", Sizes.say(payload.bytes().length), Sizes.say(payload.size()));
        return new PayloadDiff(
                Verdict.IDENTICAL,
                PayloadWords.say(payload.isWhole() ? "diff.identical" : "diff.identical-part"),
                Optional.ofNullable(note),
                List.of(),
                0,
                Optional.empty());
    }

    private static PayloadDiff ofJson(Payload before, Payload after, int largest) {
        var older = largest > LARGEST_JSON || !before.isWhole()
                ? null
                : JsonNode.read(before.bytes(), before.bytes().length);
        var newer = older == null || !after.isWhole() ? null : JsonNode.read(after.bytes(), after.bytes().length);
        var text = ofText(before, after, json(before), json(after), true);
        if (older == null || newer == null) {
            var why = before.isWhole() && after.isWhole()
                    ? PayloadWords.say("diff.note.json-as-text", Sizes.say(LARGEST_JSON), JsonNode.DEEPEST)
                    : PayloadWords.say("diff.note.json-parts");
            return with(text, why);
        }
        var diff = JsonDiff.between(older, newer);
        var count = diff.count(Kind.CHANGED) + diff.count(Kind.ADDED) + diff.count(Kind.REMOVED);
        var note = count > diff.listed().size()
                ? PayloadWords.say("diff.note.listed", diff.listed().size(), count)
                : null;
        return new PayloadDiff(
                count == 0 ? Verdict.SAME_VALUES : Verdict.DIFFERENT,
                count == 0 ? PayloadWords.say("diff.same-values") : summary(diff),
                join(note, text.note().orElse(null)),
                diff.listed(),
                count,
                text.lines());
    }

    private static String summary(JsonDiff diff) {
        var parts = new ArrayList<String>();
        if (diff.count(Kind.CHANGED) > 0) {
            parts.add(PayloadWords.say("diff.values-changed", diff.count(Kind.CHANGED)));
        }
        if (diff.count(Kind.ADDED) > 0) {
            parts.add(
                    PayloadWords.say(parts.isEmpty() ? "diff.values-added" : "diff.and-added", diff.count(Kind.ADDED)));
        }
        if (diff.count(Kind.REMOVED) > 0) {
            parts.add(PayloadWords.say(
                    parts.isEmpty() ? "diff.values-removed" : "diff.and-removed", diff.count(Kind.REMOVED)));
        }
        return String.join(", ", parts);
    }

    private static @Nullable Lines json(Payload payload) {
        var laid = JsonLayout.lay(payload.bytes(), payload.bytes().length, payload.isWhole(), MOST_LINES);
        return laid.end() < payload.bytes().length ? null : laid.lines();
    }

    private static @Nullable Lines text(Payload payload) {
        var laid = TextLayout.lay(payload.bytes(), payload.bytes().length, payload.isWhole(), MOST_LINES);
        return laid.end() < payload.bytes().length ? null : laid.lines();
    }

    private static PayloadDiff ofText(
            Payload before, Payload after, @Nullable Lines older, @Nullable Lines newer, boolean json) {
        if (older == null || newer == null) {
            return bytesOnly(before, after, PayloadWords.say("diff.note.lines", MOST_LINES));
        }
        var found = LineDiff.between(older, newer, json);
        var changed = 0;
        var added = 0;
        var removed = 0;
        var shown = true;
        for (var block : found.blocks()) {
            var gone = block.beforeTo() - block.beforeFrom();
            var come = block.afterTo() - block.afterFrom();
            changed += Math.min(gone, come);
            removed += Math.max(0, gone - come);
            added += Math.max(0, come - gone);
            shown &= gone <= MOST_SHOWN && come <= MOST_SHOWN;
        }
        var summary =
                found.blocks().isEmpty() ? PayloadWords.say("diff.same-lines") : linesSummary(changed, added, removed);
        var note = join(
                found.aligned() ? null : PayloadWords.say("diff.note.not-aligned", LineDiff.MOST_ALIGNED),
                shown ? null : PayloadWords.say("diff.note.shown", MOST_SHOWN),
                partsNote(before, after));
        var lines = DiffLines.of(older, newer, found.blocks(), MOST_SHOWN);
        return new PayloadDiff(Verdict.DIFFERENT, summary, note, List.of(), 0, Optional.of(lines));
    }

    private static String linesSummary(int changed, int added, int removed) {
        var parts = new ArrayList<String>();
        if (changed > 0) {
            parts.add(PayloadWords.say("diff.lines-changed", changed));
        }
        if (added > 0) {
            parts.add(PayloadWords.say(parts.isEmpty() ? "diff.lines-added" : "diff.and-added", added));
        }
        if (removed > 0) {
            parts.add(PayloadWords.say(parts.isEmpty() ? "diff.lines-removed" : "diff.and-removed", removed));
        }
        return String.join(", ", parts);
    }

    private static PayloadDiff ofBytes(Payload before, Payload after) {
        var plain = bytesOnly(before, after, null);
        var older = new HexDump(before.bytes(), before.bytes().length);
        var newer = new HexDump(after.bytes(), after.bytes().length);
        var blocks = RowDiff.blocks(before.bytes(), after.bytes());
        return new PayloadDiff(
                plain.verdict(),
                plain.summary(),
                plain.note(),
                List.of(),
                0,
                Optional.of(DiffLines.of(older, newer, blocks, MOST_SHOWN)));
    }

    /** The cheap answer: how many bytes differ, and from where. */
    private static PayloadDiff bytesOnly(Payload before, Payload after, @Nullable String why) {
        var a = before.bytes();
        var b = after.bytes();
        var first = Arrays.mismatch(a, b);
        String summary;
        if (first < 0) {
            summary = PayloadWords.say("diff.same-parts");
        } else if (a.length == b.length) {
            var count = 0;
            for (var i = first; i < a.length; i++) {
                count += a[i] == b[i] ? 0 : 1;
            }
            summary = PayloadWords.say("diff.bytes-same-size", count, a.length, first);
        } else {
            summary = PayloadWords.say("diff.bytes-other-size", first, a.length, b.length);
        }
        return new PayloadDiff(
                Verdict.DIFFERENT, summary, join(why, partsNote(before, after)), List.of(), 0, Optional.empty());
    }

    private static @Nullable String partsNote(Payload before, Payload after) {
        if (before.isWhole() && after.isWhole()) {
            return null;
        }
        var part = before.isWhole() ? after : before;
        return PayloadWords.say("diff.note.parts", Sizes.say(part.bytes().length), Sizes.say(part.size()));
    }

    private static PayloadDiff with(PayloadDiff diff, String why) {
        return new PayloadDiff(
                diff.verdict(), diff.summary(), join(why, diff.note().orElse(null)), List.of(), 0, diff.lines());
    }

    private static Optional<String> join(@Nullable String... sentences) {
        var said = new ArrayList<String>();
        for (var sentence : sentences) {
            if (sentence != null && !said.contains(sentence)) {
                said.add(sentence);
            }
        }
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }
}
