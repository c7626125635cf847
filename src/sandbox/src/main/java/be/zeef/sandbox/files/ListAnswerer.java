package be.zeef.sandbox.files;

import be.zeef.sandbox.Repertory;
import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.city.Buffer.Known;
import be.zeef.sandbox.city.Span;
import be.zeef.security.PrivateFiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;

/** Answers one question about a list of people, as a stream. */
final class ListAnswerer {

    private static final String NAMESPACE =
            "http://service.geefsociaalstatuutvoorlijstdienst-02_00.soczek-02_00.vip.vlaanderen.be";

    private static final Span ELSEWHERE = new Span(LocalDate.of(2020, 1, 1), Optional.of(LocalDate.of(2020, 12, 31)));

    private final Buffer buffer;
    private final Repertory repertory;
    private final String uri;
    private final Misbehaviours misbehaviours;
    private final QuestionReader reader;
    private String referte = "";
    private final List<Status> statuses = new ArrayList<>();
    private boolean data;
    private boolean notInscribed;
    private long count;
    private boolean half;
    private boolean contradiction;
    private boolean periodElsewhere;

    /** What is asked of one status. */
    private static final class Status {
        private final String name;
        private LocalDate on = LocalDate.MIN;
        private final List<String> postcodes = new ArrayList<>();
        private OptionalInt maximumAge = OptionalInt.empty();

        Status(String name) {
            this.name = name;
        }

        /** One that runs on the day asked about. */
        Optional<Span> anySpan() {
            return Optional.of(new Span(on.withDayOfYear(1), Optional.empty()));
        }
    }

    ListAnswerer(Buffer buffer, Repertory repertory, String uri, Misbehaviours misbehaviours, QuestionReader reader) {
        this.reader = reader;
        this.buffer = buffer;
        this.repertory = repertory;
        this.uri = uri;
        this.misbehaviours = misbehaviours;
    }

    void answer(Path question, Path answer) throws IOException, XMLStreamException {
        half = misbehaviours.due(FileMisbehaviour.HALF);
        contradiction = misbehaviours.due(FileMisbehaviour.CONTRADICTION);
        periodElsewhere = misbehaviours.due(FileMisbehaviour.PERIOD_ELSEWHERE);
        boolean refused = misbehaviours.due(FileMisbehaviour.LEVEL_2);
        try (BufferedWriter out = PrivateFiles.writer(answer)) {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<s:GeefSociaalStatuutVoorLijstResponse xmlns:s=\""
                    + NAMESPACE + "\"><Repliek>");
            reader.read(question, (parent, name, text) -> {
                switch (name) {
                    case "Referte" -> start(out, text, refused);
                    case "Naam" -> {
                        // a place and a parameter have names too
                        if ("SociaalStatuut".equals(parent)) {
                            statuses.add(new Status(text));
                        }
                    }
                    case "Begin" -> last().on = LocalDate.parse(text);
                    case "Datum" -> {
                        if ("Datum".equals(parent)) {
                            last().on = LocalDate.parse(text);
                        }
                    }
                    case "Postcode" -> last().postcodes.add(text);
                    case "Maximum" -> last().maximumAge = OptionalInt.of(Integer.parseInt(text));
                    case "Persoon" -> {
                        if (!refused) {
                            person(out, Long.parseLong(text));
                        }
                    }
                    default -> {
                        // the rest of the question changes nothing here
                    }
                }
            });
            end(out, refused);
        }
    }

    private Status last() {
        return statuses.get(statuses.size() - 1);
    }

    private void start(Writer out, String text, boolean refused) throws IOException, XMLStreamException {
        if (text.isEmpty() || text.length() > 36 || !referte.isEmpty()) {
            throw new XMLStreamException("10001 exactly one Vraag with a Referte of 1 to 36 characters");
        }
        referte = text;
        out.write(Envelope.context("GeefSociaalStatuutVoorLijst", uri, referte));
        if (!refused) {
            String told = misbehaviours.due(FileMisbehaviour.ANOTHER_QUESTION)
                    ? UUID.randomUUID().toString()
                    : referte;
            out.write("<Antwoorden><Antwoord><Referte>" + told + "</Referte>");
        }
    }

    private void person(Writer out, long insz) throws IOException {
        count++;
        if (buffer.leavesOut(insz) || (half && count % 2 == 0)) {
            return;
        }
        if (!repertory.containsForAny(insz)) {
            notInscribed = true;
            return;
        }
        for (Status status : statuses) {
            Known known = buffer.applies(status.name, insz, status.on, status.postcodes, status.maximumAge);
            element(out, insz, status, known.span());
            if (contradiction && count == 1) {
                element(out, insz, status, known.yes() ? Optional.empty() : status.anySpan());
            }
        }
    }

    private void element(Writer out, long insz, Status status, Optional<Span> told) throws IOException {
        boolean yes = told.isPresent();
        if (!data) {
            out.write("<Inhoud><Personen>");
            data = true;
        }
        String digits = Long.toString(insz);
        out.write("<Persoon><INSZ>" + "0".repeat(11 - digits.length()) + digits
                + "</INSZ><SocialeStatuten><SociaalStatuut><Naam>" + status.name + "</Naam><Resultaat Beschrijving=\""
                + (yes ? "Van toepassing\">1" : "Niet van toepassing\">0") + "</Resultaat>");
        if (yes) {
            Span span = periodElsewhere ? ELSEWHERE : told.get();
            String end = span.end().map(day -> "<Einde>" + day + "</Einde>").orElse("");
            LocalDate begin = span.begin();
            out.write("<Periodes><Periode><Begin>" + begin + "</Begin>" + end + "</Periode></Periodes>");
        }
        out.write("</SociaalStatuut></SocialeStatuten></Persoon>\n");
    }

    private void end(Writer out, boolean refused) throws IOException {
        if (refused) {
            out.write(Envelope.exceptions("99996", "FOUT", "Te veel gelijktijdige bevragingen"));
        } else {
            if (misbehaviours.due(FileMisbehaviour.ANOTHER_PERSON)) {
                element(out, 72_720_199_744L, last(), last().anySpan());
            }
            if (data) {
                out.write("</Personen></Inhoud>");
            }
            if (notInscribed) {
                out.write(Envelope.exceptions("40003", "FOUT", "Geen inschrijving aanwezig"));
            } else if (misbehaviours.due(FileMisbehaviour.LEVEL_3)) {
                out.write(Envelope.exceptions("60006", "FOUT", "Geen antwoord van de bron ontvangen"));
            }
            out.write("</Antwoord></Antwoorden>");
        }
        out.write("</Repliek></s:GeefSociaalStatuutVoorLijstResponse>\n");
    }
}
