package be.zeef.sandbox.soap;

import be.zeef.security.signing.SoapMessage;
import be.zeef.settings.Settings;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** From one request's bytes to one answer, as MAGDA would: fault, level 2, level 3 or result. */
final class MagdaSoap {

    private static final String BAD_FORM = "10001 - Fout formaat in de vraag (XML validatie)";

    private final SignatureCheck signatures;
    private final Desk desk;
    private final Set<Settings.Sender> senders;
    private final int perSecond;
    private final SenderPace pace;
    private final QuestionForms forms = new QuestionForms();
    private volatile boolean strict;

    private final Set<String> seen = new HashSet<>();

    MagdaSoap(KeyStore issuers, Desk desk, Set<Settings.Sender> senders, int perSecond) {
        this.signatures = SignatureCheck.magda(issuers);
        this.desk = desk;
        this.senders = Set.copyOf(senders);
        this.perSecond = perSecond;
        this.pace = new SenderPace(perSecond);
    }

    /** From now on questions are refused for their form as strictly as MAGDA's adapters do it, or as freely as its schemas. */
    void strict(boolean on) {
        strict = on;
    }

    SoapReply answer(byte[] request, Certificate client, SoapTrouble trouble) {
        Optional<SoapMessage> read = SoapMessage.read(request);
        if (read.isEmpty()) {
            return refused(BAD_FORM);
        }
        String refusal = signatures.refusal(read.get(), client);
        if (!refusal.isEmpty()) {
            return refused(refusal);
        }
        Element root = read.get().content();
        boolean allowed = forms.allows(root) && (!strict || forms.tellsWholeSeconds(root));
        return allowed ? answer(root, MagdaQuestion.read(root), trouble) : refused(BAD_FORM);
    }

    private SoapReply answer(Element root, MagdaQuestion asked, SoapTrouble trouble) {
        if (!pace.allows(asked.uri() + " " + asked.service()) || trouble.due(SoapMisbehaviour.THROTTLE)) {
            return SoapReply.fault(200, MagdaAnswers.throttled(perSecond));
        }
        synchronized (seen) {
            if (!seen.add(asked.messageReferte())) {
                return refused("ERR_029: Referte was used before");
            }
        }
        if (strict && forms.resetsNamespace(root)) {
            return level2(asked, "99994", "Onverwachte fout bij de bron");
        }
        if (!senders.contains(new Settings.Sender(asked.uri(), asked.capacity()))) {
            return level2(asked, "13001", "Geen machtiging van de afzender in deze hoedanigheid");
        }
        if (trouble.due(SoapMisbehaviour.THROTTLE_LEVEL_2)) {
            return level2(asked, "99995", "Te veel gelijktijdige bevragingen");
        }
        if (trouble.due(SoapMisbehaviour.SOURCE_BUSY)) {
            return level2(asked, "99996", "Bron is tijdelijk niet beschikbaar");
        }
        Optional<SoapTrouble.Told> told = trouble.next();
        return told.isPresent()
                ? told(asked, told.get())
                : SoapReply.answer(MagdaAnswers.envelope(asked, desk.content(asked, trouble)));
    }

    private static SoapReply told(MagdaQuestion asked, SoapTrouble.Told told) {
        if (told.level() == 1) {
            return refused(told.code() + " - zoals gevraagd");
        }
        String exception = MagdaAnswers.exception(told.code(), told.type(), "zoals gevraagd", "");
        return SoapReply.answer(MagdaAnswers.envelope(
                asked, told.level() == 2 ? exception : MagdaAnswers.content(asked.questionReferte(), "", exception)));
    }

    private static SoapReply refused(String text) {
        return SoapReply.fault(500, MagdaAnswers.fault("Client", text));
    }

    private static SoapReply level2(MagdaQuestion asked, String code, String text) {
        return SoapReply.answer(MagdaAnswers.envelope(asked, MagdaAnswers.exception(code, "FOUT", text, "")));
    }
}
