import client.ApiClient;
import client.ApiException;
import client.api.CardsApi;
import client.api.CompareApi;
import client.api.ConceptsApi;
import client.api.LineageApi;
import client.api.PathApi;
import client.api.QueriesApi;
import client.api.SearchApi;
import client.api.TimelineApi;
import java.util.LinkedHashSet;
import java.util.List;

/** What an embedder might do with a client that was generated from the API's description. */
public final class Tour {
    public static void main(String[] args) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(args[0]);

        var card = new ConceptsApi(client).getConcept("LSTM", null, null);
        System.out.println(card.getName() + " " + card.getYear() + " " + card.getLabel().get("zh-Hant"));

        var hits = new SearchApi(client).search("自注意力", null, null, null, 1, 0, "en", null);
        System.out.println(hits.getItems().getFirst().getName() + ": " + hits.getItems().getFirst().getMatch().getField());

        var lineage = new LineageApi(client).getLineage("GRU", "ancestors", 1, null, null, "json", null, "en", null);
        lineage.getNodes().stream().map(node -> node.getName()).sorted().forEach(System.out::println);

        var path = new PathApi(client).getPath("LSTM", "RNN", 1, "json", "en", null);
        System.out.println(path.getPaths().getFirst().getSteps().getFirst().getRelation());

        var cards = new CardsApi(client).getConcepts(new LinkedHashSet<>(List.of("BERT", "GPT")), "en", null);
        cards.getItems().forEach(one -> System.out.println(one.getName() + " " + one.getDefinition().keySet()));

        var comparison = new CompareApi(client).compare(new LinkedHashSet<>(List.of("LSTM", "GRU")), "en", null);
        System.out.println(comparison.getConcepts().size() + " compared");

        var rows = new QueriesApi(client).queryDescendants("LSTM", null, 100, 0, "json");
        System.out.println(rows.getTotal() > 0);

        var timeline = new TimelineApi(client).getTimeline("Problem", "1990", "1999", 10, 0, "en", null);
        timeline.getItems().forEach(one -> System.out.println(one.getDate() + " " + one.getName()));

        try {
            new ConceptsApi(client).getConcept("NoSuchThing", null, null);
        } catch (ApiException e) {
            System.out.println(e.getCode() + " " + e.getResponseBody().contains("not-found"));
        }
    }
}
