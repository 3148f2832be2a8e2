package app.edgeglass.core.payload;

import app.edgeglass.core.payload.JsonScanner.Token;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one value that a JSON object is about, as devices send it: a member named {@code value} or {@code v} that is a number,
 * a string or a truth value, perhaps with its unit beside it.
 *
 * @param valueMember the member that is the value
 * @param unitMember the member that is its unit; none when there is none
 * @param others how many other members the object has, as far as they were looked at
 */
record MainValue(Member valueMember, @Nullable Member unitMember, int others) {

    private static final Set<String> VALUES = Set.of("value", "val", "v");
    private static final Set<String> UNITS = Set.of("unit", "units", "uom");
    private static final int LONGEST_NAME = 8;

    /** A stretch of bytes. */
    record Part(int from, int to) {}

    /** A name and its value. */
    record Member(int from, Part value) {}

    Part value() {
        return valueMember.value;
    }

    @Nullable
    Part unit() {
        return unitMember == null ? null : unitMember.value;
    }

    /** Whether the object holds nothing else. */
    boolean isAll() {
        return others == 0;
    }

    /** Whether a token that starts here belongs to the value or the unit. */
    boolean covers(int start) {
        return covers(valueMember, start) || (unitMember != null && covers(unitMember, start));
    }

    private static boolean covers(Member member, int start) {
        return start >= member.from && start < member.value.to;
    }

    /** Looks for it among the members of the only value; none when there is none, or more than one could be meant. */
    static @Nullable MainValue in(JsonScanner scanner, byte[] bytes) {
        if (scanner.next() != Token.OBJECT_START) {
            return null;
        }
        Member value = null;
        Member unit = null;
        var others = 0;
        while (true) {
            var token = scanner.next();
            if (token.compareTo(Token.END) >= 0 || scanner.depth() == 0) {
                break;
            }
            if (token != Token.NAME || scanner.depth() > 1) {
                continue;
            }
            var from = scanner.start();
            var name = name(bytes, from + 1, scanner.end() - 1);
            var isValue = VALUES.contains(name);
            var isUnit = UNITS.contains(name);
            if (!isValue && !isUnit) {
                others++;
                continue;
            }
            if (!isScalar(scanner.next(), isUnit) || (isValue ? value : unit) != null) {
                return null;
            }
            var member = new Member(from, new Part(scanner.start(), scanner.end()));
            if (isValue) {
                value = member;
            } else {
                unit = member;
            }
        }
        return value == null || scanner.next() == Token.BROKEN || scanner.roots() > 1
                ? null
                : new MainValue(value, unit, scanner.next() == Token.CUT ? others + 1 : others);
    }

    private static String name(byte[] bytes, int from, int to) {
        return to - from > LONGEST_NAME ? "" : new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean isScalar(Token token, boolean asUnit) {
        return switch (token) {
            case STRING -> true;
            case NUMBER, TRUE, FALSE -> !asUnit;
            default -> false;
        };
    }
}
