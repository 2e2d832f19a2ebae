package stemma.sparql.bounded;

import stemma.store.Budget;

/** A text that asks the budget while it is read: however long a regular expression goes back and forth in it, it ends. */
record WatchedText(String text, Budget budget) implements CharSequence {
    @Override
    public char charAt(int index) {
        budget.step();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
