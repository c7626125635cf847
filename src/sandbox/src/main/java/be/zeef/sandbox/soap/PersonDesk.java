package be.zeef.sandbox.soap;

import be.zeef.sandbox.city.People;
import be.zeef.sandbox.city.People.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions about one person, as the sources behind MAGDA do: with more than was needed, and sometimes nothing. */
final class PersonDesk {

    private static final String HELP = "PCSA_AND_BIM_HELP";

    private final Supplier<People> people;

    PersonDesk(Supplier<People> people) {
        this.people = people;
    }

    /** The answer at level 3: content, or an exception. */
    String content(MagdaQuestion asked) {
        Optional<Person> person = people.get().person(asked.insz());
        if (person.isEmpty()) {
            return refused(asked, "30003", "FOUT", "Onbestaand INSZ");
        }
        return switch (asked.service()) {
            case "GeefPersoon" -> found(asked, residence(person.get()));
            case "GeefGezinssamenstelling" -> found(asked, household(person.get()));
            case "GeefSociaalStatuut" -> found(asked, statuses(asked, person.get()));
            case "GeefLeefloonperiodes" -> livingWage(asked, person.get());
            case "GeefLeefloonbedragen" -> livingWages(asked, person.get());
            case "GeefKindVoordelen" -> childBenefit(asked, person.get());
            case "GeefAanslagbiljetPersonenbelasting" -> bill(asked, person.get());
            default -> refused(asked, "30001", "FOUT", "Geen gegevens gevonden");
        };
    }

    private static String residence(Person person) {
        return "<Persoon Bron=\"RR\" DatumCreatie=\"" + person.born() + "\"><INSZ>" + person.insz()
                + "</INSZ><Naam><Achternamen><Achternaam>Proef</Achternaam></Achternamen></Naam>"
                + "<Geslacht><Code>1</Code></Geslacht><Adressen><Hoofdverblijfplaats DatumBegin=\"2020-01-01\">"
                + "<Straatnaam><String>Proefstraat</String><Taal>nl</Taal></Straatnaam><Huisnummer>1</Huisnummer>"
                + "<Postcode>9000</Postcode><NISCodeGemeente>" + person.municipality()
                + "</NISCodeGemeente></Hoofdverblijfplaats></Adressen></Persoon>";
    }

    private String household(Person person) {
        return people.get().household(person).stream()
                .map(member -> "<Gezinslid DatumBegin=\"2020-01-01\"><INSZ>" + member.insz()
                        + "</INSZ><Naam><Achternamen><Achternaam>Proef</Achternaam></Achternamen></Naam><Geboortedatum>"
                        + member.born() + "</Geboortedatum><Positie><Code>" + member.position()
                        + "</Code></Positie></Gezinslid>")
                .collect(Collectors.joining("", "<Gezinsleden>", "</Gezinsleden>"));
    }

    private static String statuses(MagdaQuestion asked, Person person) {
        // a day, or a period whose first day counts
        LocalDate on = Stream.of("Datum", "Begindatum")
                .flatMap(name -> asked.values(name).stream())
                .filter(text -> text.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .findFirst()
                .orElseThrow();
        return asked.values("Naam").stream()
                .map(name -> {
                    boolean yes = List.of(HELP, "BIM_BVT").contains(name) && person.status(on);
                    return "<SociaalStatuut><Naam>" + MagdaAnswers.escaped(name) + "</Naam><Resultaat><Code>"
                            + (yes
                                    ? "1</Code><Omschrijving>Van toepassing"
                                    : "0</Code><Omschrijving>Niet van toepassing")
                            + "</Omschrijving></Resultaat></SociaalStatuut>";
                })
                .collect(Collectors.joining(
                        "",
                        "<Persoon><INSZ>" + person.insz() + "</INSZ><SocialeStatuten>",
                        "</SocialeStatuten></Persoon>"));
    }

    private static String livingWage(MagdaQuestion asked, Person person) {
        LocalDate day = LocalDate.parse(asked.values("Begin").get(0));
        if (!person.livingWage(day)) {
            return refused(asked, "30001", "FOUT", "Geen gegevens gevonden");
        }
        String end = person.livingWageEnd().isEmpty() ? "2026-12-31" : person.livingWageEnd();
        return found(
                asked,
                "<Leefloonperiodes><Leefloonperiode><INSZ>" + person.insz()
                        + "</INSZ><OCMW>0212214125</OCMW><Periode><Begin>"
                        + person.livingWageBegin() + "</Begin><Einde>" + end
                        + "</Einde></Periode></Leefloonperiode></Leefloonperiodes>");
    }

    private static String livingWages(MagdaQuestion asked, Person person) {
        String year = asked.values("Jaar").get(0);
        boolean paid = person.livingWage(Integer.parseInt(year));
        String detail = paid
                ? "<Tegemoetkoming><Maandelijks><Maand JaarMaand=\"" + year + "-01\"><LeefloonPerPeriode"
                        + " LaatsteUitbetaling=\"1\"><LeefloonPeriode ID=\"1\"><Bedrag>842.12</Bedrag><Begunstigde><INSZ>"
                        + person.insz() + "</INSZ></Begunstigde></LeefloonPeriode></LeefloonPerPeriode></Maand>"
                        + "</Maandelijks></Tegemoetkoming>"
                : "<Uitbetaling Beschrijving=\"Geen uitbetaling\">0</Uitbetaling>";
        return found(
                asked,
                "<Leefloonbedragen><Leefloonbedrag><Jaar>" + year + "</Jaar>" + detail
                        + "</Leefloonbedrag></Leefloonbedragen>");
    }

    /** Paid for everyone under 18, to nobody the sandbox names. */
    private static String childBenefit(MagdaQuestion asked, Person person) {
        LocalDate month = LocalDate.parse(asked.values("BeginMaand").get(0) + "-01");
        if (!person.born().isAfter(month.minusYears(18))) {
            return refused(asked, "30001", "FOUT", "Geen gegevens gevonden");
        }
        String begin = person.born().toString().substring(0, 7);
        return found(
                asked,
                "<KindVoordelen><KindVoordeel><Bron>VLAANDEREN</Bron><INSZ>" + person.insz()
                        + "</INSZ><KindVoordeelFonds><Ondernemingsnummer>0687467902</Ondernemingsnummer>"
                        + "</KindVoordeelFonds><Kinderen><Kind><INSZ>" + person.insz()
                        + "</INSZ><Betalingsperiodes><Betalingsperiode><Periode><BeginMaand>" + begin
                        + "</BeginMaand></Periode><Categorie><Code>BASIS</Code></Categorie></Betalingsperiode>"
                        + "</Betalingsperiodes></Kind></Kinderen></KindVoordeel></KindVoordelen>");
    }

    private static String bill(MagdaQuestion asked, Person person) {
        String year = asked.values("Inkomensjaar").get(0);
        if (person.bill().isEmpty()) {
            return refused(asked, "45008", "INFORMATIE", "Het gevraagde inkomensjaar bestaat niet");
        }
        // a shared bill has a column for each of the two
        long first = person.income() * 3 / 5;
        String items = Stream.of("A", "B")
                .map(column -> "<Item><Code>" + column + "7555</Code><Waarde>"
                        + (column.equals("A") ? first : person.income() - first) + "</Waarde></Item>")
                .collect(Collectors.joining());
        return found(
                asked,
                "<AanslagbiljetPersonenbelasting><GevraagdePersoon><INSZ>" + person.insz()
                        + "</INSZ><FiscaleStatus><Code>A</Code></FiscaleStatus></GevraagdePersoon><Inkomensjaar>" + year
                        + "</Inkomensjaar><Artikelnummer>" + person.bill() + "</Artikelnummer><Items>" + items
                        + "</Items></AanslagbiljetPersonenbelasting>");
    }

    private static String found(MagdaQuestion asked, String content) {
        return MagdaAnswers.content(asked.questionReferte(), content, "");
    }

    private static String refused(MagdaQuestion asked, String code, String type, String text) {
        return MagdaAnswers.content(asked.questionReferte(), "", MagdaAnswers.exception(code, type, text, ""));
    }
}
