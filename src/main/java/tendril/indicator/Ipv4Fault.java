package tendril.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is wrong with text that was meant as an IPv4 address: the words after “is not an IPv4 address:”. */
final class Ipv4Fault {
    private static final int PARTS = 4;
    private static final int PART_MAX = 255;
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    /** Longest text looked at closely; longer text is no address whatever it holds. */
    private static final int LENGTH_MAX = 100;

    private Ipv4Fault() {}

    static String of(String given) {
        if (given.length() > LENGTH_MAX) {
            return "it is far too long. Write four numbers from 0 to 255 with dots between.";
        }
        String[] parts = given.split("\\.", -1);
        if (parts.length != PARTS) {
            return "it has " + parts.length + (parts.length == 1 ? " part" : " parts")
                    + " and needs four. Write four numbers from 0 to 255 with dots between.";
        }
        for (int i = 0; i < PARTS; i++) {
            String part = parts[i];
            String its = "its " + ORDINALS.get(i) + " part";
            if (part.toLowerCase(Locale.ROOT).startsWith("0x")) {
                return its + " is hexadecimal, which only some programs read." + remedy(parts);
            }
            if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return its + ", “" + Shown.quote(part) + "”, is not a number. Write four numbers from 0 to 255.";
            }
            if (part.length() > 1 && part.charAt(0) == '0') {
                return its + " has a leading zero, which some programs read as octal." + remedy(parts);
            }
            if (part.length() > 3 || Integer.parseInt(part) > PART_MAX) {
                return its + ", " + part + ", is above " + PART_MAX + ". Check the number.";
            }
        }
        return "it is not four plain numbers from 0 to 255. Check the numbers.";
    }

    /** The addresses that the two readings of the text would give, for the person to choose from. */
    private static String remedy(String[] parts) {
        var choices = new ArrayList<String>();
        for (boolean asProgramsDo : new boolean[] {true, false}) {
            var quad = new StringBuilder();
            for (String part : parts) {
                int value = value(part, asProgramsDo);
                if (value < 0 || value > PART_MAX) {
                    quad.setLength(0);
                    break;
                }
                quad.append(quad.isEmpty() ? "" : ".").append(value);
            }
            if (!quad.isEmpty() && !choices.contains(quad.toString())) {
                choices.add(quad.toString());
            }
        }
        return choices.isEmpty()
                ? " Write four numbers from 0 to 255."
                : " Write " + String.join(" or ", choices) + ".";
    }

    private static int value(String part, boolean asProgramsDo) {
        boolean hexadecimal = part.toLowerCase(Locale.ROOT).startsWith("0x");
        boolean octal = asProgramsDo && part.length() > 1 && part.charAt(0) == '0';
        String digits = hexadecimal ? part.substring(2) : part;
        int radix = hexadecimal ? 16 : octal ? 8 : 10;
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> Character.digit(c, radix) >= 0)) {
            return -1;
        }
        return Integer.parseInt(digits, radix);
    }
}
