package be.zeef.source.inscription;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionLanguage.Batch;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionOutcome.Refused;
import be.zeef.source.PersonList;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.validation.Findings;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What an answer file says of a number that was replaced: in a city of any size inscriptions go and end by file. */
class ReplacedInFileTest {

    private static final long OLD = number(1);
    private static final long FRESH = number(2);

    private static long number(int order) {
        long base = 856_101_000L + order;
        return base * 100 + 97 - base % 97;
    }

    private static final class One implements PersonList {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public long at(int place) {
            return OLD;
        }
    }

    private static InscriptionOutcome outcome(String old, String fresh) throws Exception {
        Batch batch = new Batch(Inscription.DEREGISTER, "f", "ref", LocalDate.of(2026, 1, 1), new One());
        Map<Integer, InscriptionOutcome> told = new HashMap<>();
        InscriptionAnswerHandler handler = new InscriptionAnswerHandler(
                referte -> Optional.of(batch),
                found -> told::put,
                new Findings(),
                new InscriptionOutcome.Reading(Exceptions.magda(Path.of("mappings"))));
        SAXParserFactory parsers = SAXParserFactory.newInstance();
        parsers.setNamespaceAware(true);
        parsers.newSAXParser()
                .parse(
                        new InputSource(new StringReader("<Antwoorden><Antwoord><Referte>ref-0</Referte><Inhoud>"
                                + "<Resultaat>0</Resultaat></Inhoud><Uitzonderingen><Uitzondering>"
                                + "<Identificatie>30004</Identificatie><Oorsprong>MAGDA</Oorsprong>"
                                + "<Type>WAARSCHUWING</Type><Diagnose>nieuw</Diagnose><Annotaties>"
                                + "<Annotatie><Naam>Oud INSZ</Naam><Waarde>" + old + "</Waarde></Annotatie>"
                                + "<Annotatie><Naam>Nieuw INSZ</Naam><Waarde>" + fresh + "</Waarde></Annotatie>"
                                + "</Annotaties></Uitzondering></Uitzonderingen></Antwoord></Antwoorden>")),
                        handler);
        return told.get(0);
    }

    @Test
    void namesTheNewNumber() throws Exception {
        assertThat(outcome(Long.toString(OLD), Long.toString(FRESH)))
                .isEqualTo(new Refused("30004", Optional.of(Insz.of(Long.toString(FRESH), Realm.SANDBOX))));
    }

    /** What is said of somebody else, or is no number, says nothing of this one. */
    @Test
    void namesNone_whenItIsAboutAnotherOrIsNoNumber() throws Exception {
        assertThat(outcome(Long.toString(FRESH), Long.toString(FRESH))).isEqualTo(new Refused("30004"));
        assertThat(outcome(Long.toString(OLD), "no number")).isEqualTo(new Refused("30004"));
    }
}
