package be.zeef.recipient.uitpas;

import be.zeef.subject.Today;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * End dates as UiTPAS writes them: with an offset, or without one and then taken as UTC, which fits the only public examples
 * (21:59 at the end of an April day in Belgium).
 */
final class Moments {

    private Moments() {}

    /** The day in Belgium; empty when the text is no moment. */
    static Optional<LocalDate> day(String text) {
        try {
            boolean offset = text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)");
            OffsetDateTime moment = offset
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            return Optional.of(Today.at(moment.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
