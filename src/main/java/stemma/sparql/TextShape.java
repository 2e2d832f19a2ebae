package stemma.sparql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import stemma.problem.Problem;
import stemma.store.Limits;

/**
 * The outline of a query's or update's text: how deep brackets stand in each other, and how much stands between two of them.
 * The parser, and all that comes after it, go into brackets by calls and along lists step by step; what is far out of the
 * ordinary is refused here, in one pass, before they see it.
 */
final class TextShape {
    private static final String EXISTS = "EXISTS";
    /** What a group stands behind that is not joined with those beside it. */
    private static final List<String> UNJOINED = List.of(EXISTS, "OPTIONAL", "MINUS", "UNION", "WHERE");
    /** ARQ's plan doubles with each of them. */
    private static final int DEEPEST_EXISTS = 10;

    /** The time for ARQ's plan grows with the third power of their number. */
    private static final int MOST_JOINED = 200;

    private static final int MOST_DIGITS = 1000;

    private final String text;
    private final int nesting;
    private final int items;
    private final int longest;
    private final int joined;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private int at;
    private int wordAt;
    private int wordEnd;
    private boolean inWord;
    private boolean isWordLast;

    private TextShape(String text, int nesting, int items, int longest, int joined) {
        this.text = text;
        this.nesting = nesting;
        this.items = items;
        this.longest = longest;
        this.joined = joined;
    }

    /** Checks the text of a query. @throws stemma.problem.ProblemException with {@link Problem.TooComplex} */
    static void checkQuery(String text, Limits limits) {
        new TextShape(text, limits.nesting(), limits.items(), limits.value(), MOST_JOINED).check();
    }

    /** Checks the text of an update, which may hold much. @throws stemma.problem.ProblemException as for a query */
    static void checkUpdate(String text, Limits limits) {
        new TextShape(text, limits.nesting(), Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE).check();
    }

    private void check() {
        open.push(new Bracket(0));
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '(', '{', '[' -> {
                    countItem();
                    open();
                    isWordLast = false;
                }
                case ')', '}', ']' -> {
                    if (open.size() > 1) {
                        open.pop();
                    }
                    inWord = false;
                    isWordLast = false;
                }
                case '"', '\'' -> {
                    count();
                    int from = at;
                    skipString(c);
                    checkLength(at - from);
                    continue;
                }
                case '<' -> {
                    count();
                    skipIri();
                    continue;
                }
                case '#' -> {
                    skipComment();
                    continue;
                }
                case '\\' -> at++;
                case '+', '-', '*', '/', '|', '&', '!', '=', '>', '^', ',', ';', '.', '?', '$' -> count();
                default -> word(c);
            }
            at++;
        }
    }

    private void open() {
        if (text.charAt(at) == '{' && UNJOINED.stream().noneMatch(this::isAfter) && ++open.peek().joined > joined) {
            throw new Problem.TooComplex("groups", joined, "Fewer groups may stand beside each other.").exception();
        }
        open.push(new Bracket(open.peek().exists + (isAfter(EXISTS) ? 1 : 0)));
        if (open.peek().exists > DEEPEST_EXISTS) {
            throw new Problem.TooComplex("exists", DEEPEST_EXISTS, "Fewer EXISTS may stand in each other.").exception();
        }
        if (open.size() - 1 > nesting) {
            throw new Problem.TooComplex(
                            "nesting", nesting, "Fewer groups, parentheses and subqueries may stand in each other.")
                    .exception();
        }
    }

    /** Counts what stands by itself. */
    private void count() {
        countItem();
        isWordLast = false;
    }

    private void countItem() {
        inWord = false;
        if (++open.peek().items > items) {
            throw new Problem.TooComplex(
                            "items", items, "Send long lists and chains in parts, or ask by a pattern in their place.")
                    .exception();
        }
    }

    private void checkLength(int length) {
        if (length > longest) {
            throw new Problem.TooComplex("value", longest, "A query holds no longer literals and names.").exception();
        }
    }

    private void word(char c) {
        if (Character.isWhitespace(c)) {
            inWord = false;
        } else if (inWord) {
            checkLength(at - wordAt);
        } else {
            countItem();
            inWord = true;
            isWordLast = true;
            wordAt = at;
            if (Character.isDigit(c)) {
                checkNumber();
            }
        }
        if (inWord) {
            wordEnd = at + 1;
        }
    }

    private void checkNumber() {
        int end = at;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        checkDigits(end - at);
    }

    private static void checkDigits(int digits) {
        if (digits > MOST_DIGITS) {
            throw new Problem.TooComplex("digits", MOST_DIGITS, "Numbers of so many digits are not computed with.")
                    .exception();
        }
    }

    /** Whether what was read last is a keyword; comments are passed over, and a variable or name that ends like one is none. */
    private boolean isAfter(String keyword) {
        return isWordLast
                && wordEnd - wordAt == keyword.length()
                && text.regionMatches(true, wordAt, keyword, 0, keyword.length())
                && (wordAt == 0 || isBetween(text.charAt(wordAt - 1)));
    }

    private static boolean isBetween(char c) {
        return Character.isWhitespace(c) || c == '{' || c == '}' || c == ')';
    }

    /** What was opened and is not closed yet: how many EXISTS it stands in, and how much stands in it so far, and
     * how many groups that are joined. */
    private static final class Bracket {
        private final int exists;
        private int items;
        private int joined;

        Bracket(int exists) {
            this.exists = exists;
        }
    }

    private void skipString(char quote) {
        boolean isLong = text.startsWith(String.valueOf(quote).repeat(3), at);
        String end = String.valueOf(quote).repeat(isLong ? 3 : 1);
        at += end.length();
        int digits = 0;
        int most = 0;
        while (at < text.length() && !text.startsWith(end, at)) {
            digits = Character.isDigit(text.charAt(at)) ? digits + 1 : 0;
            most = Math.max(most, digits);
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length();
        if (text.startsWith("^^", at)) {
            checkDigits(most);
        }
    }

    /** An IRI, if it is one: else the sign for less. */
    private void skipIri() {
        int end = at + 1;
        while (end < text.length() && isOfIri(text.charAt(end))) {
            end++;
        }
        checkLength(end - at);
        at = end < text.length() && text.charAt(end) == '>' ? end + 1 : at + 1;
    }

    private static boolean isOfIri(char c) {
        return c > ' ' && "<>\"{}|^`".indexOf(c) < 0;
    }

    private void skipComment() {
        inWord = false;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }
}
