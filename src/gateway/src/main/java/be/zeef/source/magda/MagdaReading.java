package be.zeef.source.magda;

import be.zeef.source.Attempts;
import be.zeef.source.Exceptions;
import be.zeef.source.FactsSheet;
import be.zeef.source.Meaning;
import be.zeef.source.PersonQuestion;
import be.zeef.source.SourceAnswer;
import be.zeef.source.SourceAnswer.Barred;
import be.zeef.source.SourceAnswer.Known;
import be.zeef.source.SourceAnswer.Undetermined;
import be.zeef.source.SourceFacts;
import be.zeef.source.magda.MagdaExchange.Reply;
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
public final class MagdaReading {

    private static final Logger LOG = LoggerFactory.getLogger(MagdaReading.class);

    private final MagdaService service;
    private final Exceptions catalogue;

    MagdaReading(MagdaService service, Exceptions catalogue) {
        this.service = service;
        this.catalogue = catalogue;
    }

    /** Of the service in this folder of {@code mappings/sources/magda}. */
    public static MagdaReading of(Path mappings, String service, Exceptions catalogue) {
        return new MagdaReading(MagdaService.read(mappings, service), catalogue);
    }

    /**
     * What an answer says when nobody can be asked once more: whom an inscription or another number would be needed for stays
     * undetermined.
     *
     * @param root of the answer, below the SOAP body
     * @param referte of the question that it should answer
     */
    public SourceAnswer read(PersonQuestion question, Element root, String referte) {
        Reply reply = reply(root, referte);
        return said(question, question.person(), reply, meaning(reply, catalogue));
    }

    Reply reply(Element root, String referte) {
        try {
            service.schema().newValidator().validate(new DOMSource(root));
        } catch (SAXException | IOException e) {
            // its message may quote the answer
            return Reply.failed("SCHEMA");
        }
        MagdaAnswer answer = MagdaAnswer.read(root);
        boolean noQuestion = answer.questionReferte().isEmpty() && !answer.hasData();
        boolean ours = answer.receiverReferte().equals(referte)
                && (noQuestion || answer.questionReferte().equals(referte));
        return ours ? Reply.of(answer, root) : Reply.failed("CORRELATION");
    }

    /** By the first of its codes that means anything beside an answer, or our own word. */
    static Meaning meaning(Reply reply, Exceptions catalogue) {
        return reply.answer()
                .map(answer -> answer.exceptions().stream()
                        .map(each -> catalogue.of(each.code(), each.level()))
                        .filter(meaning -> meaning != Meaning.NOTE)
                        .findFirst()
                        .orElse(Meaning.NOTE))
                .orElseGet(() -> Attempts.meaning(reply.code()));
    }

    /** What a reply of this meaning says of the person, where no other call is made because of it. */
    SourceAnswer said(PersonQuestion question, Insz person, Reply reply, Meaning meaning) {
        return switch (meaning) {
            case NO_DATA -> reply.hasData() ? new Undetermined(reply.code()) : noData(question, reply);
            case DECEASED -> new Known(SourceFacts.ofDeceased());
            case CONFIGURATION, LEGAL -> new Barred(reply.code());
            case NOTE -> reply.hasData() ? facts(question, person, reply) : new Undetermined("NO_CONTENT");
            default -> new Undetermined(reply.code());
        };
    }

    private SourceAnswer noData(PersonQuestion question, Reply reply) {
        SourceFacts meant = service.noData(question.facts());
        boolean any = question.facts().stream().anyMatch(fact -> meant.count(fact) > 0);
        return any ? new Known(meant) : new Undetermined(reply.code());
    }

    private SourceAnswer facts(PersonQuestion question, Insz person, Reply reply) {
        try {
            return new Known(
                    service.facts(reply.root().orElseThrow(), person.digits(), question.on(), question.facts()));
        } catch (FactsSheet.AboutAnotherException e) {
            return new Undetermined("ANOTHER_PERSON");
        } catch (FactsSheet.UnreadableException e) {
            LOG.error("{}: {}", service.name(), e.getMessage());
            return new Undetermined("DEFECT");
        }
    }
}
