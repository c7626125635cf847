package be.zeef.security.signing;

import be.zeef.security.SignatureRefusedException;
import be.zeef.security.reading.Xml;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.wss4j.dom.WSConstants;
import org.w3c.dom.Element;

/** Whether a Timestamp (WS-Security 1.1 §10) is of now. Thread-safe. */
final class Freshness {

    private final Duration maxAge;
    private final Duration skew;
    private final Clock clock;

    /**
     * @param maxAge how old a message may be, whatever longer life its Timestamp claims
     * @param skew how far the sender's clock and ours may differ
     */
    Freshness(Duration maxAge, Duration skew, Clock clock) {
        this.maxAge = maxAge;
        this.skew = skew;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * When the message was made.
     *
     * @throws SignatureRefusedException when that was too long ago or is still to come, when its life is over, or when it
     *     does not say
     */
    Instant created(Element timestamp) throws SignatureRefusedException {
        Instant now = now();
        Instant created = instant(timestamp, "Created");
        Instant expires = instant(timestamp, "Expires");
        boolean fresh = !created.isAfter(now.plus(skew))
                && !created.isBefore(now.minus(maxAge).minus(skew))
                && expires.isAfter(created)
                && expires.isAfter(now.minus(skew));
        if (!fresh) {
            throw new SignatureRefusedException();
        }
        return created;
    }

    private static Instant instant(Element timestamp, String name) throws SignatureRefusedException {
        List<Element> found = SoapMessage.named(Xml.children(timestamp), WSConstants.WSU_NS, name);
        try {
            if (found.size() == 1) {
                return OffsetDateTime.parse(found.get(0).getTextContent().strip())
                        .toInstant();
            }
        } catch (DateTimeException e) {
            // refused below: its text is the sender's
        }
        throw new SignatureRefusedException();
    }
}
