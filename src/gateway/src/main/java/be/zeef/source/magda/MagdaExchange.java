package be.zeef.source.magda;

import be.zeef.route.SoapCall;
import be.zeef.security.signing.OpenQuestion;
import be.zeef.settings.Settings;
import be.zeef.source.Attempts;
import be.zeef.subject.Insz;
import java.time.Duration;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One call and its answer: sent through the route, parsed, held against its schema, and correlated. */
final class MagdaExchange {

    private final SoapCall call;
    private final Settings.Magda settings;
    private final MagdaReading reading;

    MagdaExchange(SoapCall call, Settings.Magda settings, MagdaReading reading) {
        this.call = call;
        this.settings = settings;
        this.reading = reading;
    }

    /**
     * How a call ended.
     *
     * @param code {@code OK}, the first exception code, or our word for what went wrong: TIMEOUT, NO_CONNECTION, TLS,
     *     CUT_OFF, EMPTY, MULTIPART, REDIRECT, NOT_SOAP, DENIED, LIMITS, SIGNATURE, THROTTLED, SCHEMA, CORRELATION, DEFECT, or FAULT for a
     *     fault without a code
     * @param answer the answer, when there is one that can be believed
     * @param root the same as it came
     * @param rest how long MAGDA wants to be left alone; zero when it does not say
     */
    record Reply(String code, Optional<MagdaAnswer> answer, Optional<Element> root, Duration rest) {
        static Reply failed(String code) {
            return new Reply(code, Optional.empty(), Optional.empty(), Duration.ZERO);
        }

        static Reply throttled(Duration rest) {
            return new Reply(Attempts.THROTTLED, Optional.empty(), Optional.empty(), rest);
        }

        static Reply of(MagdaAnswer answer, Element root) {
            return new Reply(
                    answer.codes().isEmpty() ? "OK" : answer.codes().get(0),
                    Optional.of(answer),
                    Optional.of(root),
                    Duration.ZERO);
        }

        boolean hasData() {
            return answer.map(MagdaAnswer::hasData).orElse(false);
        }

        /** The number that replaces the one asked about, when the answer names both. */
        Optional<Insz> replacedBy(Insz asked) {
            return root.flatMap(element -> MagdaAnswer.replacedBy(element, asked));
        }

        /** Holds personal data: it does not show itself. */
        @Override
        public String toString() {
            return "Reply[" + code + "]";
        }
    }

    /** @param within how long the answer may take; never longer than the settings say */
    Reply call(String service, String referte, Document request, Duration within) {
        String url =
                settings.endpoints().getOrDefault(service, settings.endpoints().get("default"));
        Duration longest = within.compareTo(settings.receiveTimeout()) < 0 ? within : settings.receiveTimeout();
        OpenQuestion question = new OpenQuestion(
                referte, root -> Optional.of(MagdaAnswer.read(root).receiverReferte()));
        SoapCall.Result result = call.send(request, Optional.of(url), "", longest, question);
        if (result instanceof SoapCall.Result.Answered answered) {
            return reading.reply(answered.root(), referte);
        }
        if (result instanceof SoapCall.Result.Throttled throttled) {
            return Reply.throttled(throttled.rest());
        }
        return result instanceof SoapCall.Result.Faulted fault
                ? faulted(fault)
                : Reply.failed(((SoapCall.Result.Failed) result).code());
    }

    private static Reply faulted(SoapCall.Result.Faulted fault) {
        MagdaAnswer answer = MagdaAnswer.fault(fault.text());
        String code = answer.codes().get(0);
        return code.equals("FAULT")
                ? Reply.failed(code)
                : new Reply(code, Optional.of(answer), Optional.empty(), Duration.ZERO);
    }
}
