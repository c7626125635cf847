package be.zeef.protocol;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.Benefit;
import be.zeef.agreement.Refresh;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The protocol of an agreement as it runs: what is asked of whom, about whom and when, what is kept and for how long, and what
 * leaves to whom. The sentences are Zeef's; what each item means stands behind it in the agreement's own words.
 */
public final class Protocol {

    private final Agreement agreement;
    private final JsonNode file;
    private final DataCategories categories;
    private final Wording wording;

    /**
     * @param file the agreement as it is written
     * @param categories what is obtained and what leaves
     * @param locale Dutch, English or French
     */
    public Protocol(Agreement agreement, JsonNode file, DataCategories categories, Locale locale) {
        this.agreement = agreement;
        this.file = file;
        this.categories = categories;
        this.wording = new Wording(locale);
    }

    /** A heading and what stands under it. */
    public record Section(String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** In the order in which a protocol is read. */
    public List<Section> sections() {
        return List.of(
                new Section(wording.of("who"), parties()),
                new Section(wording.of("holds"), new HolderSentences(file, wording).lines()),
                new Section(wording.of("asked"), new QuestionSentences(agreement, wording).lines()),
                new Section(wording.of("obtained"), explained(categories.obtained(), "obtained")),
                new Section(wording.of("kept"), kept()),
                new Section(wording.of("sent"), new SentSentences(agreement, file, wording).lines()),
                new Section(wording.of("when"), moments()),
                new Section(wording.of("law"), law()));
    }

    /** What is kept, and until when. */
    public List<String> retention() {
        return kept();
    }

    private List<String> parties() {
        return List.of(
                wording.of("who.purpose", text("/purpose/primary")),
                wording.of("who.sender", text("/parties/sender/name"), text("/parties/sender/controller")),
                wording.of("who.recipient", text("/parties/recipient/name"), text("/parties/recipient/controller")),
                wording.of("who.basis", text("/legalBasis/gdpr"), text("/legalBasis/regulation")),
                authorisation(),
                file.at("/dpia/notNeeded").isTextual()
                        ? wording.of("who.dpia-not-needed", text("/dpia/notNeeded"))
                        : wording.of("who.dpia", known("/dpia/reference"), known("/dpia/date")),
                wording.of("who.version", agreement.version()));
    }

    private List<String> explained(Iterable<String> names, String list) {
        List<String> lines = new ArrayList<>();
        names.forEach(name -> lines.add(wording.of(
                "item", name, file.at("/dataCategories/" + list).path(name).asText())));
        return lines;
    }

    private String authorisation() {
        String pointer = "/legalBasis/authorisation";
        String body = text(pointer + "/body");
        return wording.of(
                "who.authorisation",
                wording.of("authorisation." + text(pointer + "/kind")),
                body.isEmpty() ? "" : wording.of("who.body", body),
                known(pointer + "/number"),
                known(pointer + "/date"),
                text(pointer + "/what"));
    }

    private List<String> kept() {
        List<String> lines = new ArrayList<>();
        boolean onlyYes = agreement.benefits().stream()
                .allMatch(benefit -> benefit.grants().eligibleOnly());
        for (String thing : KeptThings.of(agreement)) {
            boolean yesOnly = thing.equals("decisions") && onlyYes;
            JsonNode time = file.at("/retention").path(thing);
            lines.add(wording.of("kept." + thing + (yesOnly ? "-yes" : "")) + " " + removed(time));
        }
        List<String> columns = agreement.benefits().stream()
                .flatMap(benefit ->
                        benefit.recipient().columnNames().stream().map(name -> DataCategories.named(benefit, name)))
                .toList();
        if (!columns.isEmpty()) {
            lines.add(wording.of("kept.columns", wording.all(columns)));
        }
        lines.add(wording.of("kept.facts"));
        return lines;
    }

    /** When what is kept is to be removed; an agreement that does not say it is told by {@code zeef check}. */
    private String removed(JsonNode time) {
        String keep = time.path("keep").asText();
        if (keep.isEmpty()) {
            return wording.of("removed.untold");
        }
        String moment = wording.of("moment." + time.path("from").asText());
        return Period.parse(keep).isZero()
                ? wording.of("removed.at", moment)
                : wording.of("removed.after", wording.time(keep), moment);
    }

    private List<String> moments() {
        List<String> lines = new ArrayList<>();
        agreement.schedule().ifPresent(schedule -> {
            lines.add(days());
            lines.add(wording.of("when.at", schedule.at().toString()));
            lines.add(wording.of("when.missed." + text("/schedule/missed")));
        });
        if (agreement.isAsked() && agreement.subject() == Agreement.SubjectKind.PERSON) {
            lines.add(wording.of("when.request"));
        }
        agreement.benefits().forEach(benefit -> lines.addAll(period(benefit)));
        agreement.claims().ifPresent(terms -> lines.add(wording.of("when.claims", terms.monthsAfter())));
        lines.add(wording.of("when.why", text("/periodicity/why")));
        lines.add(wording.of(
                "when.validity",
                agreement.validity().from().toString(),
                agreement.validity().until().toString(),
                wording.time(text("/duration/length")),
                text("/duration/ends")));
        return lines;
    }

    /** For which days a benefit is granted; of a further one each line after its name. */
    private String days() {
        if (file.at("/schedule/dates").isArray()) {
            return wording.of("when.dates", wording.all(texts("/schedule/dates")));
        }
        if (file.at("/schedule").has("daysAfterRefresh")) {
            Refresh refresh = agreement.list().refresh();
            return wording.of(
                    "when.refresh",
                    text("/schedule/daysAfterRefresh"),
                    Integer.toString(refresh.day()),
                    months(refresh.months()));
        }
        List<Integer> months = StreamSupport.stream(file.at("/schedule/months").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
        return months.size() == 12
                ? wording.of("when.monthly", text("/schedule/day"))
                : wording.of("when.months", text("/schedule/day"), months(months));
    }

    private String months(Collection<Integer> months) {
        return wording.all(
                months.stream().map(month -> wording.of("month." + month)).toList());
    }

    private List<String> period(Benefit benefit) {
        List<String> lines = new ArrayList<>();
        lines.add(wording.of(benefit.grants().period(), "period"));
        if (agreement.claims().isEmpty()) {
            lines.add(wording.of(benefit.grants().from().usual(), "from"));
        }
        new TreeMap<>(benefit.grants().from().byValue())
                .forEach((value, from) -> lines.add(wording.of("item", value, wording.of(from, "from"))));
        return benefit.name().isEmpty()
                ? lines
                : lines.stream()
                        .map(line -> wording.of("item", benefit.name(), line))
                        .toList();
    }

    private List<String> law() {
        return List.of(
                wording.of("law.proportionality", text("/proportionality").replaceAll("\\s+", " ")),
                wording.of("law.further", text("/purpose/furtherProcessing")),
                wording.of("law.communication", text("/communication")),
                wording.of("law.rights", text("/rights")),
                wording.of("law.restrictions", text("/restrictionsOfRights")),
                wording.of("law.sanctions", text("/sanctions")),
                wording.of("law.publication", wording.all(texts("/publication"))));
    }

    private String known(String pointer) {
        return wording.known(text(pointer));
    }

    private String text(String pointer) {
        return file.at(pointer).asText().strip();
    }

    private List<String> texts(String pointer) {
        return StreamSupport.stream(file.at(pointer).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
