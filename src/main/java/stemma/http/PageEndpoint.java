package stemma.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import stemma.glossary.Card;
import stemma.glossary.Comparison;
import stemma.glossary.Explanation;
import stemma.glossary.Glossary;
import stemma.glossary.Item;
import stemma.glossary.Text;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * The pages for people. The lineage page comes with its words in it, in the reader's language: what its address asks for (an
 * entry, a statement, the ways between two entries, several side by side), else an outline of all. The script puts its own in
 * their place.
 */
final class PageEndpoint {
    private static final String HTML = "text/html;charset=utf-8";

    /** How many of the ways that explain most are told, as in the API. */
    private static final int WAYS = 3;

    private final Glossary glossary;
    private final Path web;
    private final JsonAnswers answers;

    PageEndpoint(Glossary glossary, Path web, JsonAnswers answers) {
        this.glossary = glossary;
        this.web = web;
        this.answers = answers;
    }

    /** The lineage page; its parameters are its own affair, so none is refused. */
    Answer lineage(Context ctx) {
        PageText text = new PageText(PageLanguage.read(web, Languages.preferred(ctx)));
        Document document = Jsoup.parse(read("index.html"));
        document.outputSettings().prettyPrint(false);
        String base = ctx.url().substring(0, ctx.url().length() - ctx.path().length());
        PageFrame frame = new PageFrame(document, text);
        write(
                PageView.of(Form.ofAddress(ctx), name -> glossary.redirect(name).orElse(name)),
                frame,
                new PageHead(document, text.language().tag(), base),
                text);
        return answers.bytes(HTML, text.language().tag(), document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private void write(PageView view, PageFrame frame, PageHead head, PageText text) {
        frame.write(view);
        try {
            String title = switch (view) {
                case PageView.All all -> writeAll(frame, text);
                case PageView.Entry entry -> writeEntry(entry, frame, head, text);
                case PageView.Statement statement -> writeStatement(statement, frame, head, text);
                case PageView.Ways ways -> writeWays(ways, frame, head, text);
                case PageView.Compared compared -> writeCompared(compared, frame, head, text);
            };
            frame.title(title);
        } catch (ProblemException e) {
            frame.title(tagline(text));
            head.writeNothing();
            OutlinePage outline = new OutlinePage(text);
            switch (e.problem()) {
                case Problem.Gone gone ->
                    outline.writeWithdrawn(
                            frame.panel(),
                            gone.name(),
                            Text.of(gone.reason()),
                            gone.replacedBy().stream()
                                    .map(other -> glossary.card(other).item())
                                    .toList(),
                            glossary.chapters());
                case Problem.NotFound missing ->
                    outline.writeUnknown(frame.panel(), missing.name(), glossary.chapters());
                default -> throw e;
            }
        }
    }

    private static String tagline(PageText text) {
        return "Stemma · " + text.word("tagline");
    }

    private static String titled(String title) {
        return title + " · Stemma";
    }

    private String writeAll(PageFrame frame, PageText text) {
        new OutlinePage(text).write(frame.panel(), glossary.chapters());
        return tagline(text);
    }

    private String writeEntry(PageView.Entry entry, PageFrame frame, PageHead head, PageText text) {
        Card card = glossary.card(entry.name());
        String language = text.language().tag();
        head.write(card, answers);
        if (RelationsPart.hasLineage(card)) {
            frame.writePicture(card);
        }
        new CardPage(text)
                .write(frame.panel(), card, glossary.citation(card.item().name(), language));
        return titled(card.item().label().in(language));
    }

    private String writeStatement(PageView.Statement statement, PageFrame frame, PageHead head, PageText text) {
        List<Card> ends = glossary.cards(List.of(statement.source(), statement.target()));
        Card younger = ends.getFirst();
        Card older = ends.getLast();
        Optional<Card.Relation> found = younger.relations().stream()
                .filter(relation -> relation.direction().equals("out")
                        && relation.relation().equals(statement.relation())
                        && relation.concept().name().equals(older.item().name()))
                .findFirst();
        if (found.isEmpty()) {
            head.writeNothing();
            new OutlinePage(text).writeNoStatement(frame.panel(), glossary.chapters());
            return tagline(text);
        }
        StatementPage page = new StatementPage(text);
        page.write(frame.panel(), younger, found.get(), older);
        String title = page.title(younger, found.get());
        head.write(
                statement,
                title,
                Optional.ofNullable(found.get().grounds().reason())
                        .map(reason -> reason.in(text.language().tag()))
                        .orElse(title));
        return titled(title);
    }

    private String writeWays(PageView.Ways ways, PageFrame frame, PageHead head, PageText text) {
        List<Card> ends = glossary.cards(List.of(ways.from(), ways.to()));
        Item from = ends.getFirst().item();
        Item to = ends.getLast().item();
        Explanation explanation =
                glossary.explain(from.name(), to.name(), WAYS, text.language().tag());
        WaysPage page = new WaysPage(text);
        page.write(frame.panel(), from, to, explanation);
        String title = page.title(from, to);
        head.write(
                ways,
                title,
                explanation.paths().stream()
                        .map(Explanation.Path::text)
                        .findFirst()
                        .orElseGet(() -> text.word("wayNone")));
        return titled(title);
    }

    private String writeCompared(PageView.Compared compared, PageFrame frame, PageHead head, PageText text) {
        Comparison comparison = glossary.compare(compared.names());
        ComparisonPage page = new ComparisonPage(text);
        page.write(frame.panel(), comparison);
        String title = page.title(comparison);
        head.write(compared, title, title);
        return titled(title);
    }

    /** An article with its terms under tooltips, to be tried and to be copied from. */
    Answer demo(Context ctx) {
        return answers.bytes(HTML, read("demo.html").getBytes(StandardCharsets.UTF_8));
    }

    private String read(String file) {
        try {
            return Files.readString(web.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
