package be.zeef.source.ksz;

import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListQuestion;
import be.zeef.source.StatusAsked;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows one answer through its elements and keeps what was asked for; everything else is dropped as it passes. */
final class ListAnswerHandler extends DefaultHandler {

    private static final Set<String> DROPPED = Set.of("Annotaties", "ElementReferenties", "Details");

    private final Function<String, Optional<ListQuestion>> asked;
    private final Findings findings;
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> codes = new LinkedHashSet<>();
    private final ExceptionSeen exception = new ExceptionSeen();
    private final PersonSeen person = new PersonSeen();
    private int dropping;
    private ListQuestion question;
    private boolean reading;
    private boolean answers;
    private boolean answered;
    private PersonResults results;

    ListAnswerHandler(Function<String, Optional<ListQuestion>> asked, Findings findings) {
        this.asked = asked;
        this.findings = findings;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        text.setLength(0);
        if (dropping > 0 || DROPPED.contains(name)) {
            dropping++;
            return;
        }
        path.add(name);
        switch (name) {
            case "Persoon" -> person.start();
            case "SociaalStatuut" -> person.startStatus();
            case "Uitzondering" -> exception.start();
            default -> {
                // every other element is looked at when it ends
            }
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
            case "Referte" -> referte(parent);
            case "INSZ" -> person.insz = text.toString();
            case "Naam" -> person.name(parent, text);
            case "Resultaat" -> person.result = text.toString();
            case "Begin" -> person.begin = text.toString();
            case "Einde" -> person.end = text.toString();
            case "Periode" -> person.endPeriod();
            case "SociaalStatuut" -> endStatus();
            case "Antwoord" -> reading = false;
            case "Identificatie", "Type" -> exception.part(parent, name, text);
            case "Uitzondering" -> exceptionEnded();
            default -> {
                // not asked for: dropped
            }
        }
        text.setLength(0);
    }

    /** Antwoord's own Referte correlates; Ontvanger's does when an answer has no Antwoord at all. */
    private void referte(String parent) {
        boolean own = "Antwoord".equals(parent);
        answers |= own;
        if (!own && !"Ontvanger".equals(parent)) {
            return;
        }
        Optional<ListQuestion> found = asked.apply(text.toString());
        if (found.isEmpty()) {
            return;
        }
        if (question == null) {
            question = found.get();
            results = new PersonResults(question);
        }
        reading = own && question.equals(found.get());
        answered |= reading;
    }

    private void endStatus() {
        if (reading) {
            int status = indexOf(person.name);
            results.add(person, status, status < 0 ? null : question.statuses().get(status));
        }
    }

    private int indexOf(String name) {
        List<StatusAsked> statuses = question.statuses();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void exceptionEnded() {
        boolean level3 = path.contains("Antwoord");
        codes.add(exception.code);
        String code = level3 ? "list.exception-level-3" : "list.exception-level-2";
        findings.add(Finding.warning(code, Location.WHOLE, exception.code, exception.type));
    }

    /** What was read, when it answers one of our questions. */
    Optional<ListAnswer> answer(String file) {
        if (question == null || (answers && !answered)) {
            return Optional.empty();
        }
        results.tell(findings);
        List<Cells> cells = results.cells();
        return Optional.of(new ListAnswer(question, cells, List.copyOf(codes), findings.report(file)));
    }

    /** The exception being read: only its code and type are kept; the texts may hold personal data. */
    private static final class ExceptionSeen {
        private String code = "";
        private String type = "";

        void start() {
            code = "";
            type = "";
        }

        void part(String parent, String name, CharSequence text) {
            if ("Uitzondering".equals(parent)) {
                if ("Type".equals(name)) {
                    type = text.toString();
                } else {
                    code = text.toString();
                }
            }
        }
    }
}
