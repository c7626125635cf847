package be.zeef.source.inscription;

import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.InscriptionLanguage.Results;
import be.zeef.source.InscriptionOutcome;
import be.zeef.subject.Insz;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows one answer file and tells each person's result as it ends. */
final class InscriptionAnswerHandler extends DefaultHandler {

    private static final Set<String> DROPPED = Set.of("ElementReferenties");

    private final Function<String, Optional<Batch>> batches;
    private final Function<Batch, Results> results;
    private final Findings findings;
    private final List<String> path = new ArrayList<>();
    private final InscriptionOutcome.Reading catalogue;
    private final StringBuilder text = new StringBuilder();
    private final List<String> faults = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private int dropping;
    private Batch batch;
    private Results told;
    private int place = -1;
    private String result = "";
    private String annotation = "";
    private String old = "";
    private String fresh = "";
    private Optional<Insz> replaced = Optional.empty();
    private String code = "";
    private String type = "";

    InscriptionAnswerHandler(
            Function<String, Optional<Batch>> batches,
            Function<Batch, Results> results,
            Findings findings,
            InscriptionOutcome.Reading catalogue) {
        this.catalogue = catalogue;
        this.batches = batches;
        this.results = results;
        this.findings = findings;
    }

    Optional<Batch> batch() {
        return Optional.ofNullable(batch);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        text.setLength(0);
        if (dropping > 0 || DROPPED.contains(name)) {
            dropping++;
            return;
        }
        path.add(name);
        if ("Antwoord".equals(name)) {
            place = -1;
            result = "";
            replaced = Optional.empty();
            faults.clear();
            others.clear();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (dropping == 0) {
            text.append(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (dropping > 0) {
            dropping--;
            return;
        }
        path.remove(path.size() - 1);
        String parent = path.isEmpty() ? "" : path.get(path.size() - 1);
        switch (name) {
            case "Referte" -> referte(parent, text.toString());
            case "Resultaat" -> result = text.toString();
            case "Identificatie" -> code = "Uitzondering".equals(parent) ? text.toString() : code;
            case "Type" -> type = "Uitzondering".equals(parent) ? text.toString() : type;
            case "Naam" -> annotation = "Annotatie".equals(parent) ? text.toString() : annotation;
            case "Waarde" -> annotated(parent, text.toString());
            case "Annotaties" -> replacing();
            case "Uitzondering" -> exception();
            case "Antwoord" -> answer();
            default -> {
                // not asked for: dropped
            }
        }
        text.setLength(0);
    }

    private void referte(String parent, String referte) {
        int hyphen = referte.lastIndexOf('-');
        boolean person = "Antwoord".equals(parent) && hyphen > 0;
        if (!person && !"Ontvanger".equals(parent)) {
            return;
        }
        String own = person ? referte.substring(0, hyphen) : referte;
        if (batch == null) {
            batches.apply(own).ifPresent(found -> {
                batch = found;
                told = results.apply(found);
            });
        }
        if (person && batch != null && batch.referte().equals(own)) {
            place = placeIn(referte.substring(hyphen + 1));
        }
    }

    private int placeIn(String digits) {
        try {
            int found = Integer.parseInt(digits);
            return found >= 0 && found < batch.persons().size() ? found : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void annotated(String parent, String value) {
        boolean counts = "Annotatie".equals(parent);
        old = counts && annotation.equals("Oud INSZ") ? value.strip() : old;
        fresh = counts && annotation.equals("Nieuw INSZ") ? value.strip() : fresh;
    }

    /** Both numbers stand beside one code; the old one must be the person's of this answer. */
    private void replacing() {
        boolean same = place >= 0
                && Insz.parse(old)
                        .filter(each -> each.value() == batch.persons().at(place))
                        .isPresent();
        replaced = same ? Insz.parse(fresh) : replaced;
        old = "";
        fresh = "";
    }

    private void exception() {
        if (path.contains("Antwoord")) {
            (catalogue.counts(code, type) ? faults : others).add(code);
        } else {
            findings.add(Finding.warning("list.exception-level-2", Location.WHOLE, code, type));
        }
    }

    private void answer() {
        if (place >= 0) {
            InscriptionOutcome outcome = catalogue.of(result, faults, others);
            told.person(
                    place,
                    outcome instanceof InscriptionOutcome.Refused refused
                            ? new InscriptionOutcome.Refused(refused.code(), replaced)
                            : outcome);
        }
    }
}
