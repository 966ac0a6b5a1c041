package tendril.indicator.text;

import java.util.Optional;
import java.util.Set;
import tendril.indicator.Canonical;
import tendril.indicator.IndicatorType;
import tendril.indicator.word.DomainEnding;
import tendril.indicator.word.Marks;
import tendril.indicator.word.NameReading;
import tendril.indicator.word.Prose;
import tendril.indicator.word.Script;
import tendril.indicator.word.WordDots;

/** An email address around a name that was read before the at sign. Single-threaded. */
final class EmailReading {
    /** Characters that a mailbox may have and a host name may not. */
    private static final String MAILBOX_SIGNS = "+%&'~!=#";

    /** Words that “at the dot com” makes no mailbox of. */
    private static final Set<String> STOP_WORDS =
            Set.of("the", "a", "an", "this", "that", "any", "every", "each", "all", "our", "his", "her", "its", "dot");

    private final Script script;
    private final Marks marks;
    private final DomainEnding endings;

    EmailReading(Script script, Marks marks, DomainEnding endings) {
        this.script = script;
        this.marks = marks;
        this.endings = endings;
    }

    /**
     * Reads on from the name.
     *
     * @param local what stands before the sign, perhaps in part
     * @param host  where to read the domain into
     */
    Optional<Found> read(NameReading local, NameReading host, int start) {
        int localEnd = local.end();
        String mailbox = local.name(local.labels());
        if (MAILBOX_SIGNS.indexOf(script.at(localEnd)) >= 0 && MAILBOX_SIGNS.indexOf(script.at(start - 1)) < 0) {
            int more = mailboxEnd(localEnd);
            mailbox = mailbox + script.slice(localEnd, more);
            localEnd = more;
        } else if (script.at(localEnd) == '-' || (script.at(localEnd) == '.' && script.at(localEnd + 1) == '@')) {
            // "name-@evil.example" is used, whatever the letter of the law.
            mailbox = mailbox + script.at(localEnd);
            localEnd++;
        }
        if (marks.at(localEnd)) {
            boolean sure = marks.strength() != Marks.Strength.WEAK;
            host.readSpoken(marks.end());
            Optional<Found> found = found(mailbox, start, host, sure);
            return found;
        }
        if (marks.spokenAt(localEnd)) {
            return spoken(mailbox, start, host);
        }
        return glued(local, start);
    }

    private int mailboxEnd(int from) {
        int at = from;
        while (at - from < Canonical.EMAIL_LOCAL_LENGTH_MAX
                && (Script.isLabel(script.at(at))
                        || MAILBOX_SIGNS.indexOf(script.at(at)) >= 0
                        || ((script.at(at) == '.' || script.at(at) == '-') && Script.isLabel(script.at(at + 1))))) {
            at++;
        }
        return at;
    }

    private Optional<Found> found(String mailbox, int start, NameReading host, boolean sure) {
        if (host.isEmpty() || host.isOverlong()) {
            return Optional.empty();
        }
        int count = endings.cut(host);
        if (count == 0) {
            String unfolded = WordDots.unfold(host.name(host.labels()), host.labels() == 1);
            return unfolded.isEmpty() || !endings.isCommon(unfolded)
                    ? Optional.empty()
                    : accepted(mailbox, unfolded, start, host.end());
        }
        String domain = host.name(count);
        int underscores = domain.length();
        while (underscores > 0 && domain.charAt(underscores - 1) == '_') {
            underscores--;
        }
        int end = host.end(count) - (domain.length() - underscores);
        if (!sure && Prose.isTitleCase(host.label(count - 1, true))) {
            return Optional.empty();
        }
        return accepted(mailbox, domain.substring(0, underscores), start, end);
    }

    /** {@code someone at evil dot example}: both signs in words, or it is prose. */
    private Optional<Found> spoken(String mailbox, int start, NameReading host) {
        host.readSpoken(marks.end());
        boolean words = host.labels() > 1 && host.dotBefore(1) == Marks.Strength.WEAK;
        if (!words || STOP_WORDS.contains(host.label(0, false))) {
            return Optional.empty();
        }
        return endings.isCommon(host.name(host.labels())) || endings.cut(host) > 1
                ? found(mailbox, start, host, false)
                : Optional.empty();
    }

    /** {@code meATevil.example}: a bare AT between small letters in the first label. */
    private Optional<Found> glued(NameReading local, int start) {
        int at = WordDots.bareAt(local.label(0, true));
        if (at < 0) {
            return Optional.empty();
        }
        String whole = local.name(local.labels());
        int count = endings.cut(local);
        String rest = count > 0 ? local.name(count).substring(at + 2) : WordDots.unfold(whole.substring(at + 2), true);
        boolean likely = count > 0 || (!rest.isEmpty() && endings.isCommon(rest));
        return likely
                ? accepted(whole.substring(0, at), rest, start, count > 0 ? local.end(count) : local.end())
                : Optional.empty();
    }

    private static Optional<Found> accepted(String mailbox, String domain, int start, int end) {
        return Canonical.parse(IndicatorType.EMAIL, mailbox + "@" + domain)
                .indicator()
                .map(email -> new Found(email.type(), email.value(), start, end));
    }
}
