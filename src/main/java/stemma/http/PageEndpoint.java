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
import stemma.glossary.Glossary;
import stemma.glossary.Text;
import stemma.problem.Problem;
import stemma.problem.ProblemException;

/**
 * The pages for people. The lineage page comes with its words in it, in the reader's language: the card of the entry that its
 * address names, else an outline of all. The script puts its own in their place.
 */
final class PageEndpoint {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String FOCUS = "focus";

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
        PageFrame frame = new PageFrame(document, text);
        String base = ctx.url().substring(0, ctx.url().length() - ctx.path().length());
        PageHead head = new PageHead(document, text.language().tag(), base);
        Optional<String> focus = Form.read(ctx.queryString()).getOrDefault(FOCUS, List.of()).stream()
                .findFirst()
                .filter(name -> !name.isBlank());
        if (focus.isEmpty()) {
            frame.write("Stemma · " + text.word("tagline"), "");
            new OutlinePage(text).write(frame.panel(), glossary.chapters());
        } else {
            writeAbout(focus.get(), frame, head, text);
        }
        return answers.bytes(HTML, text.language().tag(), document.outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private void writeAbout(String name, PageFrame frame, PageHead head, PageText text) {
        String language = text.language().tag();
        String view = FOCUS + "=" + RightName.segment(name) + "&";
        try {
            Card card = glossary.card(name);
            frame.write(card.item().label().in(language) + " · Stemma", view);
            head.write(card, answers);
            if (RelationsPart.hasLineage(card)) {
                frame.writePicture(card);
            }
            new CardPage(text)
                    .write(frame.panel(), card, glossary.citation(card.item().name(), language));
        } catch (ProblemException e) {
            frame.write("Stemma · " + text.word("tagline"), view);
            head.writeNothing();
            if (e.problem() instanceof Problem.Gone gone) {
                new OutlinePage(text)
                        .writeWithdrawn(
                                frame.panel(),
                                name,
                                Text.of(gone.reason()),
                                gone.replacedBy().stream()
                                        .map(other -> glossary.card(other).item())
                                        .toList(),
                                glossary.chapters());
            } else {
                new OutlinePage(text).writeUnknown(frame.panel(), name, glossary.chapters());
            }
        }
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
