package app.edgeglass.core.subject;

import java.util.Comparator;

/** Orders names as people do: {@code device.9} before {@code device.10}, case aside unless nothing else differs. */
public final class NaturalOrder implements Comparator<String> {

    public static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            char x = a.charAt(i);
            char y = b.charAt(j);
            if (isDigit(x) && isDigit(y)) {
                int endOfX = endOfDigits(a, i);
                int endOfY = endOfDigits(b, j);
                int order = compareNumbers(a, i, endOfX, b, j, endOfY);
                if (order != 0) {
                    return order;
                }
                i = endOfX;
                j = endOfY;
            } else {
                int order = Character.compare(Character.toLowerCase(x), Character.toLowerCase(y));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        int order = Integer.compare(a.length() - i, b.length() - j);
        return order != 0 ? order : a.compareTo(b);
    }

    private static int compareNumbers(String a, int i, int endA, String b, int j, int endB) {
        int startA = skipZeros(a, i, endA);
        int startB = skipZeros(b, j, endB);
        int order = Integer.compare(endA - startA, endB - startB);
        for (int k = 0; order == 0 && k < endA - startA; k++) {
            order = Character.compare(a.charAt(startA + k), b.charAt(startB + k));
        }
        return order;
    }

    private static int skipZeros(String s, int from, int end) {
        int at = from;
        while (at < end - 1 && s.charAt(at) == '0') {
            at++;
        }
        return at;
    }

    private static int endOfDigits(String s, int from) {
        int at = from;
        while (at < s.length() && isDigit(s.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
