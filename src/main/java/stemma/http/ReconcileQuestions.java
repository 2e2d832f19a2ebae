package stemma.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import stemma.glossary.Sought;
import stemma.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the questions of the Reconciliation Service API, of <a href="https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/">version
 * 0.2</a> and of the <a href="https://reconciliation-api.github.io/specs/draft/">draft of 1.0</a>.
 */
final class ReconcileQuestions {
    private static final int MOST_QUESTIONS = 200;
    private static final int MOST_NAMES = 20;
    private static final int DEFAULT_LIMIT = 10;
    private static final int MAX_LIMIT = 50;

    /**
     * What is wanted of which entries.
     *
     * @param ids names of entries
     * @param properties local names of properties
     */
    record Extension(List<String> ids, List<String> properties) {}

    private final String parameter;

    /**
     * A reader.
     *
     * @param parameter what is blamed for a question that cannot be used
     */
    ReconcileQuestions(String parameter) {
        this.parameter = parameter;
    }

    /**
     * The questions of version 0.2, by their keys.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    Map<String, Sought> batch(String json) {
        JsonNode batch = object(json);
        require(batch.size() <= MOST_QUESTIONS, "at most " + MOST_QUESTIONS + " questions are answered at once");
        Map<String, Sought> questions = new LinkedHashMap<>();
        batch.properties().forEach(entry -> questions.put(entry.getKey(), question(entry.getKey(), entry.getValue())));
        return questions;
    }

    private Sought question(String key, JsonNode question) {
        require(question.isObject(), key + " is no object");
        List<String> names = question.path("query").isMissingNode()
                ? List.of()
                : List.of(text(question.get("query"), key + ".query"));
        List<Sought.Condition> conditions = new ArrayList<>();
        JsonNode properties = question.path("properties");
        require(properties.isMissingNode() || properties.isArray(), key + ".properties is no list");
        for (JsonNode condition : properties) {
            conditions.add(new Sought.Condition(
                    text(condition.path("pid"), key + ".properties.pid"),
                    values(condition.path("v"), key + ".properties.v"),
                    Sought.Quantifier.ANY,
                    false));
        }
        require(!names.isEmpty() || !conditions.isEmpty(), key + " has neither query nor properties");
        JsonNode type = question.path("type");
        return new Sought(
                names,
                List.of(),
                type.isMissingNode() ? List.of() : values(type, key + ".type"),
                oneOf(
                        Sought.Strictness.class,
                        question.path("type_strict"),
                        Sought.Strictness.ANY,
                        key + ".type_strict"),
                conditions,
                limit(question.path("limit"), key));
    }

    /**
     * The questions of version 1.0, in their order.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    List<Sought> questions(String json) {
        JsonNode all = object(json).path("queries");
        require(all.isArray(), "a list of queries is expected");
        require(all.size() <= MOST_QUESTIONS, "at most " + MOST_QUESTIONS + " questions are answered at once");
        List<Sought> questions = new ArrayList<>();
        for (JsonNode question : all) {
            questions.add(question("queries[" + questions.size() + "]", list(question, "conditions"), question));
        }
        return questions;
    }

    private Sought question(String key, JsonNode conditions, JsonNode question) {
        require(!conditions.isEmpty(), key + " has no conditions");
        List<String> names = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<Sought.Condition> others = new ArrayList<>();
        for (JsonNode condition : conditions) {
            List<String> values = values(condition.path("propertyValue"), key + ".propertyValue");
            switch (text(condition.path("matchType"), key + ".matchType")) {
                case "name" -> names.addAll(values);
                case "id" -> ids.addAll(values);
                case "property" ->
                    others.add(new Sought.Condition(
                            text(condition.path("propertyId"), key + ".propertyId"),
                            values,
                            oneOf(
                                    Sought.Quantifier.class,
                                    condition.path("matchQuantifier"),
                                    Sought.Quantifier.ANY,
                                    key + ".matchQuantifier"),
                            condition.path("required").asBoolean(false)));
                default -> require(false, key + ".matchType is none of name, id, property");
            }
        }
        require(names.size() <= MOST_NAMES, key + " has more than " + MOST_NAMES + " names");
        JsonNode type = question.path("type");
        return new Sought(
                names,
                ids,
                type.isMissingNode() ? List.of() : List.of(text(type, key + ".type")),
                Sought.Strictness.ANY,
                others,
                limit(question.path("limit"), key));
    }

    /**
     * What is wanted of which entries; the same in both versions.
     *
     * @throws stemma.problem.ProblemException with {@link Problem.BadParameter}
     */
    Extension extension(String json) {
        JsonNode extension = object(json);
        List<String> ids = new ArrayList<>();
        list(extension, "ids").forEach(id -> ids.add(text(id, "ids")));
        List<String> properties = new ArrayList<>();
        list(extension, "properties").forEach(property -> properties.add(text(property.path("id"), "properties.id")));
        require(ids.size() <= MOST_QUESTIONS, "at most " + MOST_QUESTIONS + " entries are answered at once");
        return new Extension(ids, properties);
    }

    private JsonNode object(String json) {
        try {
            JsonNode node = JsonMapper.shared().readTree(json);
            require(node.isObject(), "a JSON object is expected");
            return node;
        } catch (JacksonException e) {
            throw new Problem.BadParameter(parameter, "it is no JSON").exception();
        }
    }

    private JsonNode list(JsonNode parent, String name) {
        JsonNode list = parent.path(name);
        require(list.isArray(), name + " is no list");
        return list;
    }

    private String text(JsonNode node, String what) {
        require(node.isString() || node.isNumber() || node.isBoolean(), what + " is missing or no text");
        return node.asString();
    }

    /** One value or several, each a text, a number, a boolean, or an object with the id of an entry. */
    private List<String> values(JsonNode node, String what) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> values.addAll(values(value, what)));
        } else {
            values.add(text(node.isObject() ? node.path("id") : node, what));
        }
        return values;
    }

    private <E extends Enum<E>> E oneOf(Class<E> type, JsonNode node, E fallback, String what) {
        if (node.isMissingNode()) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(node.asString())) {
                return constant;
            }
        }
        throw new Problem.BadParameter(parameter, what + " has an unknown value").exception();
    }

    private int limit(JsonNode node, String key) {
        require(node.isMissingNode() || (node.isNumber() && node.asInt() > 0), key + ".limit is no number above 0");
        return node.isMissingNode() ? DEFAULT_LIMIT : Math.min(MAX_LIMIT, node.asInt());
    }

    private void require(boolean right, String complaint) {
        if (!right) {
            throw new Problem.BadParameter(parameter, complaint).exception();
        }
    }
}
