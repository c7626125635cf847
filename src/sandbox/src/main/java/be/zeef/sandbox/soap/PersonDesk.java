package be.zeef.sandbox.soap;

import be.zeef.sandbox.city.Children;
import be.zeef.sandbox.city.Children.Child;
import be.zeef.sandbox.city.People;
import be.zeef.sandbox.city.People.Person;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers questions about one person, as the sources behind MAGDA do: with more than was needed, and sometimes nothing. */
final class PersonDesk {

    private static final String HELP = "PCSA_AND_BIM_HELP";

    /** Those who have died did so by then. */
    private static final String DEATH = "2025-12-31";

    private final Supplier<People> people;
    private final Children children;

    PersonDesk(Supplier<People> people, Children children) {
        this.people = people;
        this.children = children;
    }

    /** The answer at level 3: content, or an exception. */
    String content(MagdaQuestion asked) {
        try {
            return told(asked);
        } catch (DateTimeException e) {
            // the schemas let days pass that no calendar has
            return refused(asked, "50000", "FOUT", "Validatie fout");
        }
    }

    private String told(MagdaQuestion asked) {
        Optional<Child> child = children.child(asked.insz());
        if (child.isPresent()) {
            boolean benefits = asked.service().equals("GeefKindVoordelen");
            return benefits(asked, benefits ? BenefitAnswers.of(child.get(), month(asked)) : Optional.<String>empty());
        }
        Optional<Person> person = people.get().person(asked.insz());
        if (person.isEmpty()) {
            return refused(asked, "30003", "FOUT", "Onbestaand INSZ");
        }
        if (person.get().died() && asked.service().equals("GeefGezinssamenstelling")) {
            return refused(asked, "40099", "FOUT", "Dossier afgesloten bij overlijden");
        }
        return switch (asked.service()) {
            case "GeefPersoon" -> found(asked, residence(person.get()));
            case "GeefGezinssamenstelling" -> found(asked, household(person.get()));
            case "GeefSociaalStatuut" -> found(asked, statuses(asked, person.get()));
            case "GeefLeefloonperiodes" -> livingWage(asked, person.get());
            case "GeefLeefloonbedragen" -> livingWages(asked, person.get());
            case "GeefKindVoordelen" -> benefits(asked, BenefitAnswers.of(person.get(), month(asked)));
            case "GeefAanslagbiljetPersonenbelasting" -> bill(asked, person.get());
            default -> refused(asked, "30001", "FOUT", "Geen gegevens gevonden");
        };
    }

    private static YearMonth month(MagdaQuestion asked) {
        return YearMonth.parse(asked.values("BeginMaand").get(0).substring(0, 7));
    }

    private static String residence(Person person) {
        return "<Persoon Bron=\"RR\" DatumCreatie=\"" + person.born() + "\"><INSZ>" + person.insz()
                + "</INSZ><Naam><Achternamen><Achternaam>Proef</Achternaam></Achternamen></Naam>"
                + "<Geslacht><Code>1</Code></Geslacht>" + whereabouts(person) + "</Persoon>";
    }

    /** Of who is nowhere the last address in Ghent stands on, with what tells that it is none any more. */
    private static String whereabouts(Person person) {
        return switch (person.municipality()) {
            case "99997" -> manager("99997") + addresses("", "44021", "");
            case "992" -> addresses("", "992", "");
            case People.DIED -> "<Overlijden><Datum>" + DEATH + "</Datum></Overlijden>" + addresses("", "44021", "");
            case People.ABROAD ->
                addresses(
                        " DatumEinde=\"2025-01-31\"",
                        "44021",
                        "<VerblijfplaatsBuitenland DatumBegin=\"2025-02-01\"><DiplomatiekePost><Code>1</Code>"
                                + "</DiplomatiekePost><Land><NISCode>111</NISCode></Land></VerblijfplaatsBuitenland>");
            default -> manager("44021") + addresses("", person.municipality(), "");
        };
    }

    private static String manager(String code) {
        return "<Beheerder><Plaats><Gemeente><NISCode>" + code + "</NISCode></Gemeente></Plaats></Beheerder>";
    }

    private static String addresses(String end, String municipality, String abroad) {
        return "<Adressen><Hoofdverblijfplaats DatumBegin=\"2020-01-01\"" + end
                + "><Straatnaam><String>Proefstraat</String><Taal>nl</Taal></Straatnaam><Huisnummer>1</Huisnummer>"
                + "<Postcode>9000</Postcode><NISCodeGemeente>" + municipality
                + "</NISCodeGemeente></Hoofdverblijfplaats>"
                + abroad + "</Adressen>";
    }

    private String household(Person person) {
        return people.get().household(person).stream()
                .map(member -> "<Gezinslid DatumBegin=\"2020-01-01\""
                        + (member.died() ? " DatumEinde=\"" + DEATH + "\"" : "") + "><INSZ>" + member.insz()
                        + "</INSZ><Naam><Achternamen><Achternaam>Proef</Achternaam></Achternamen></Naam><Geboortedatum>"
                        + member.born() + "</Geboortedatum><Positie><Code>" + member.position()
                        + "</Code></Positie></Gezinslid>")
                .collect(Collectors.joining("", "<Gezinsleden>", "</Gezinsleden>"));
    }

    private static String statuses(MagdaQuestion asked, Person person) {
        return asked.statuses().stream()
                .map(status -> {
                    String name = status.name();
                    boolean known = List.of(HELP, "BIM_BVT").contains(name);
                    boolean faulty = known && person.isFaulty();
                    boolean yes = faulty || known && person.status(status.on());
                    return "<SociaalStatuut><Naam>" + MagdaAnswers.escaped(name) + "</Naam><Resultaat><Code>"
                            + (yes
                                    ? "1</Code><Omschrijving>Van toepassing"
                                    : "0</Code><Omschrijving>Niet van toepassing")
                            + "</Omschrijving></Resultaat>"
                            + (faulty ? "<Status><Code>SSH00047</Code><Waarde/></Status>" : "") + "</SociaalStatuut>";
                })
                .collect(Collectors.joining(
                        "",
                        "<Persoon><INSZ>" + person.insz() + "</INSZ><SocialeStatuten>",
                        "</SocialeStatuten></Persoon>"));
    }

    private static String livingWage(MagdaQuestion asked, Person person) {
        LocalDate day = MagdaQuestion.day(asked.values("Begin").get(0));
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

    private static String benefits(MagdaQuestion asked, Optional<String> paid) {
        return paid.map(content -> found(asked, content))
                .orElseGet(() -> refused(asked, "30001", "FOUT", "Geen gegevens gevonden"));
    }

    private static String bill(MagdaQuestion asked, Person person) {
        String year = asked.values("Inkomensjaar").get(0);
        if (person.bill().isEmpty()) {
            return refused(asked, "45008", "INFORMATIE", "Het gevraagde inkomensjaar bestaat niet");
        }
        // a shared bill has a column for each of the two; some show both, some each the own one
        String items = person.columns()
                .chars()
                .mapToObj(column -> "<Item><Code>" + (char) column + "7555</Code><Waarde>"
                        + person.amount((char) column) + "</Waarde></Item>")
                .collect(Collectors.joining());
        String role = person.columns().equals("B") ? "B" : "A";
        return found(
                asked,
                "<AanslagbiljetPersonenbelasting><GevraagdePersoon><INSZ>" + person.insz()
                        + "</INSZ><FiscaleStatus><Code>" + role
                        + "</Code></FiscaleStatus></GevraagdePersoon><Inkomensjaar>" + year
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
