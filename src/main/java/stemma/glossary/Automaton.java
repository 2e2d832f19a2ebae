package stemma.glossary;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all of many words in a text in one pass, in time linear in the text and what is found: the automaton of
 * <a href="https://doi.org/10.1145/360825.360855">Aho and Corasick (1975)</a>.
 */
final class Automaton {

    /** A word found: where it begins and ends, exclusive. */
    record Found(String word, int start, int end) {}

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private Node fallback;
        private String word;
        private Node shorter;
    }

    private final Node root = new Node();

    Automaton(Collection<String> words) {
        for (String word : words) {
            Node node = root;
            for (int i = 0; i < word.length(); i++) {
                node = node.next.computeIfAbsent(word.charAt(i), key -> new Node());
            }
            node.word = word;
        }
        Deque<Node> queue = new ArrayDeque<>();
        for (Node child : root.next.values()) {
            child.fallback = root;
            queue.add(child);
        }
        while (!queue.isEmpty()) {
            Node node = queue.remove();
            node.shorter = node.fallback.word != null ? node.fallback : node.fallback.shorter;
            node.next.forEach((letter, child) -> {
                child.fallback = step(node.fallback, letter);
                queue.add(child);
            });
        }
    }

    private Node step(Node from, char letter) {
        Node node = from;
        Node next = node.next.get(letter);
        while (next == null && node != root) {
            node = node.fallback;
            next = node.next.get(letter);
        }
        return next == null ? root : next;
    }

    List<Found> find(Plain text) {
        List<Found> found = new ArrayList<>();
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, text.at(i));
            for (Node end = node.word != null ? node : node.shorter; end != null; end = end.shorter) {
                found.add(new Found(end.word, i + 1 - end.word.length(), i + 1));
            }
        }
        return found;
    }
}
