package be.zeef.sandbox.soap;

import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.Children.Child;
import be.zeef.sandbox.city.People.Person;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What Groeipakket's funds pay for a child, as GeefKindVoordelen tells it; empty where they pay nothing. */
final class BenefitAnswers {

    static final String SUPPLEMENT = "SOCIAAL";

    private static final int GROWN_UP = 18;
    /** Another child, of whom a supplement is told beside the one asked about. */
    private static final String SIBLING = "12611200156";

    private static final String PARENT = "85651200136";

    private BenefitAnswers() {}

    /** Paid for everyone under 18, to nobody the sandbox names; one of the head of the household stands before it. */
    static Optional<String> of(Person person, YearMonth month) {
        if (grownUp(person.born(), month)) {
            return Optional.empty();
        }
        String first = person.head().equals(person.insz())
                ? ""
                : benefit(person.head(), "", period("ZORG_WEES", person.born(), Optional.empty()));
        return Optional.of(
                "<KindVoordelen>" + first + benefit(person.insz(), "", basis(person.born())) + "</KindVoordelen>");
    }

    /** The supplement of another child stands before it; what will only begin later is not told. */
    static Optional<String> of(Child child, YearMonth month) {
        if (grownUp(child.born(), month)) {
            return Optional.empty();
        }
        String supplement = child.supplement()
                .filter(span -> !YearMonth.from(span.begin()).isAfter(month))
                .map(span -> period(SUPPLEMENT, span.begin(), span.end()))
                .orElse("");
        boolean doubt = child.answer().equals(Children.DOUBT);
        String payee = doubt ? period(SUPPLEMENT, child.born(), Optional.empty()) : "";
        return Optional.of("<KindVoordelen>" + benefit(SIBLING, "", period(SUPPLEMENT, child.born(), Optional.empty()))
                + benefit(child.insz(), payee, basis(child.born()) + (doubt ? "" : supplement)) + "</KindVoordelen>");
    }

    private static boolean grownUp(LocalDate born, YearMonth month) {
        return !born.isAfter(month.atDay(1).minusYears(GROWN_UP));
    }

    private static String basis(LocalDate born) {
        return period("BASIS", born, Optional.empty());
    }

    private static String period(String category, LocalDate begin, Optional<LocalDate> end) {
        return "<Betalingsperiode><Periode><BeginMaand>" + YearMonth.from(begin) + "</BeginMaand>"
                + end.map(last -> "<EindeMaand>" + YearMonth.from(last) + "</EindeMaand>")
                        .orElse("")
                + "</Periode><Categorie><Code>" + category + "</Code></Categorie></Betalingsperiode>";
    }

    private static String benefit(String insz, String paid, String periods) {
        return "<KindVoordeel><Bron>VLAANDEREN</Bron><INSZ>" + insz
                + "</INSZ><KindVoordeelFonds><Ondernemingsnummer>0687467902</Ondernemingsnummer></KindVoordeelFonds>"
                + (paid.isEmpty()
                        ? ""
                        : "<Begunstigden><Begunstigde><INSZ>" + PARENT + "</INSZ><Betalingsperiodes>" + paid
                                + "</Betalingsperiodes></Begunstigde></Begunstigden>")
                + "<Kinderen><Kind><INSZ>" + insz + "</INSZ><Betalingsperiodes>" + periods
                + "</Betalingsperiodes></Kind></Kinderen></KindVoordeel>";
    }
}
