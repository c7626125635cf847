package be.zeef.source.kszsoap;

import be.zeef.source.Exceptions;
import be.zeef.source.FactsSheet;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.subject.Insz;
import java.io.IOException;
import java.nio.file.Path;
import javax.xml.transform.dom.DOMSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * From an answer of one service to what it says of the person: held against its schema, correlated, and read. Nothing here
 * calls anybody, so that an answer off the wire and a sample of one take the same way. Thread-safe.
 */
public final class KszReading {

    private static final Logger LOG = LoggerFactory.getLogger(KszReading.class);

    private final KszService service;
    private final Exceptions catalogue;

    KszReading(KszService service, Exceptions catalogue) {
        this.service = service;
        this.catalogue = catalogue;
    }

    /** Of the service in this folder of {@code mappings/sources/ksz-soap}. */
    public static KszReading of(Path mappings, String service) {
        return new KszReading(
                KszService.read(mappings, service),
                Exceptions.read(mappings.resolve("sources/ksz-soap/statuses.yaml")));
    }

    /**
     * What an answer says when nobody can be asked once more: whom an inscription or another number would be needed for stays
     * undetermined.
     *
     * @param root of the answer, below the SOAP body
     * @param ticket of the question that it should answer
     */
    public SourceAnswer read(PersonQuestion question, Element root, String ticket) {
        KszReply reply = reply(root, ticket);
        boolean another = reply.answer()
                .map(answer -> !answer.askedAbout().equals(question.person().digits()))
                .orElse(false);
        return another ? new Undetermined("ANOTHER_PERSON") : said(question, question.person(), reply);
    }

    KszReply reply(Element root, String ticket) {
        try {
            service.schema().newValidator().validate(new DOMSource(root));
        } catch (SAXException | IOException e) {
            // its message may quote the answer
            return KszReply.failed("SCHEMA");
        }
        KszAnswer answer = KszAnswer.read(root);
        return answer.ticket().equals(ticket) ? KszReply.of(answer, catalogue) : KszReply.failed("CORRELATION");
    }

    /** What a reply says of the person, where no other call is made because of it. */
    SourceAnswer said(PersonQuestion question, Insz person, KszReply reply) {
        return switch (reply.meaning()) {
            case NOTE -> facts(question, person, reply.answer().orElseThrow());
            case CONFIGURATION, LEGAL -> new Barred(reply.code());
            default -> new Undetermined(reply.code());
        };
    }

    private SourceAnswer facts(PersonQuestion question, Insz person, KszAnswer answer) {
        if (answer.canceled()) {
            return new Undetermined("CANCELED");
        }
        try {
            return new Known(service.facts().read(answer.root(), person.digits(), question.on(), question.facts()));
        } catch (FactsSheet.AboutAnotherException e) {
            return new Undetermined("ANOTHER_PERSON");
        } catch (FactsSheet.UnreadableException e) {
            LOG.error("{}: {}", service.name(), e.getMessage());
            return new Undetermined("DEFECT");
        }
    }
}
