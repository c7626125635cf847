package be.zeef.agreement;

import be.zeef.agreement.Agreement.AdviceAsked;
import be.zeef.agreement.Agreement.FactAsked;
import be.zeef.agreement.Agreement.HouseholdAsked;
import be.zeef.agreement.Agreement.ListSourceAsked;
import be.zeef.agreement.Agreement.MeasuresAsked;
import be.zeef.agreement.Agreement.ServiceAsked;
import be.zeef.agreement.Agreement.StatusNamed;
import be.zeef.agreement.Agreement.SubjectKind;
import be.zeef.agreement.Agreement.Validity;
import be.zeef.agreement.Agreement.Whom;
import be.zeef.agreement.terms.Assumption;
import be.zeef.agreement.terms.Retention;
import be.zeef.agreement.terms.Schedule;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Takes what the machine needs out of a checked file. */
final class AgreementReader {

    private AgreementReader() {}

    static Agreement read(JsonNode tree, String version) {
        String id = tree.path("id").asText();
        Benefit own = BenefitReader.read(id, tree);
        return new Agreement(
                id,
                version,
                named(SubjectKind.class, tree.path("subject").asText()),
                list(tree.at("/sources/list")),
                items(tree.at("/sources/magda")).stream()
                        .map(AgreementReader::service)
                        .toList(),
                measures(tree.path("sources")),
                new AdviceAsked(
                        "remote".equals(tree.at("/sources/advice/via").asText()),
                        tree.at("/sources/advice/case").asText()),
                own,
                Stream.concat(Stream.of(own), further(tree)).toList(),
                new Validity(
                        LocalDate.parse(tree.at("/validity/from").asText()),
                        LocalDate.parse(tree.at("/validity/until").asText())),
                items(tree.path("assumed")).stream()
                        .map(each -> new Assumption(
                                each.path("what").asText(), each.path("why").asText()))
                        .toList(),
                PaymentTerms.in(tree),
                ClaimTerms.in(tree),
                JustifiedFinding.in(tree),
                Retention.in(tree),
                Schedule.in(tree, refresh(tree.at("/sources/list")).days()));
    }

    private static Stream<Benefit> further(JsonNode tree) {
        return tree.path("benefits").properties().stream()
                .map(each -> BenefitReader.read(tree.path("id").asText() + "/" + each.getKey(), each.getValue()));
    }

    /** The day that stands there; empty when it is none. */
    static Optional<LocalDate> day(JsonNode tree, String pointer) {
        try {
            return Optional.of(LocalDate.parse(tree.at(pointer).asText()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ServiceAsked service(JsonNode asked) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        asked.path("parameters").properties().forEach(each -> parameters.put(each.getKey(), texts(each.getValue())));
        Map<String, FactAsked> inputs = new LinkedHashMap<>();
        asked.path("facts").properties().forEach(each -> inputs.put(each.getKey(), fact(each.getValue())));
        return new ServiceAsked(
                asked.path("service").asText(),
                named(Whom.class, asked.path("of").asText("subject")),
                asked.path("yearsBack").asInt(),
                asked.path("followReplaced").asBoolean(),
                parameters,
                Optional.of(asked.path("household"))
                        .filter(JsonNode::isObject)
                        .map(each -> new HouseholdAsked(
                                each.path("fact").asText(),
                                each.path("adultFrom").asInt())),
                inputs);
    }

    private static ListSourceAsked list(JsonNode list) {
        return new ListSourceAsked(
                list.path("via").asText(),
                list.path("operation").asText(),
                items(list.path("statuses")).stream()
                        .map(AgreementReader::status)
                        .toList(),
                texts(list.path("postcodes")),
                list.has("maximumAge") ? OptionalInt.of(list.path("maximumAge").asInt()) : OptionalInt.empty(),
                refresh(list));
    }

    private static StatusNamed status(JsonNode status) {
        boolean all = status.has("allOf");
        List<String> names = status.has("name")
                ? List.of(status.path("name").asText())
                : texts(all ? status.path("allOf") : status.path("anyOf"));
        return new StatusNamed(
                names,
                all,
                named(StatusDay.class, status.path("on").asText()),
                status.path("input").asText());
    }

    static Refresh refresh(JsonNode list) {
        JsonNode refresh = list.path("refresh");
        return refresh.isObject()
                ? Refresh.of(
                        refresh.path("day").asInt(),
                        items(refresh.path("months")).stream()
                                .map(JsonNode::asInt)
                                .toList())
                : Refresh.QUARTERLY;
    }

    /** Unless it is said, they are asked about the day that the list is: of one moment there is one day. */
    private static MeasuresAsked measures(JsonNode sources) {
        String ofList = sources.at("/list/statuses/0/on").asText("day-of-run");
        return new MeasuresAsked(
                texts(sources.at("/ocmw/measures")),
                named(StatusDay.class, sources.at("/ocmw/on").asText(ofList)));
    }

    static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static FactAsked fact(JsonNode fact) {
        Map<String, String> brackets = new LinkedHashMap<>();
        fact.path("brackets")
                .properties()
                .forEach(each -> brackets.put(each.getKey(), each.getValue().asText()));
        return new FactAsked(
                fact.path("fact").asText(),
                Optional.ofNullable(fact.path("is").textValue()),
                Optional.ofNullable(fact.path("since").textValue()),
                texts(fact.path("sum")),
                fact.path("oncePer").asText(),
                brackets);
    }

    static List<String> texts(JsonNode array) {
        return items(array).stream().map(JsonNode::asText).toList();
    }

    static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
