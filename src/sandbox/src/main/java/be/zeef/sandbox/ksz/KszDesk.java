package be.zeef.sandbox.ksz;

import be.zeef.sandbox.city.Buffer;
import be.zeef.sandbox.city.Span;
import be.zeef.settings.KszSoapSettings;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/** Answers one question from the buffer, as the KSZ does; or as it is told. */
public final class KszDesk {

    private static final String SOMEBODY = "72720199744";

    private final LongPredicate known;
    private final Buffer buffer;
    private final LongPredicate inscribed;
    private final KszSoapSettings customer;

    /**
     * @param known whether a person exists
     * @param inscribed whether a person is integrated for the one customer there is
     */
    public KszDesk(LongPredicate known, Buffer buffer, LongPredicate inscribed, KszSoapSettings customer) {
        this.known = known;
        this.buffer = buffer;
        this.inscribed = inscribed;
        this.customer = customer;
    }

    String answer(KszAsked asked, Optional<KszMisbehaviour> wrong, Optional<KszStatus> told) {
        String ticket = asked.ticket();
        if (told.isPresent()) {
            return KszText.response(asked, ticket, told.get().text(), "");
        }
        return wrong.isPresent() ? misbehave(asked, wrong.get()) : behave(asked, ticket);
    }

    private String behave(KszAsked asked, String ticket) {
        if (!asked.cbeNumber().equals(customer.cbeNumber())
                || !asked.legalContext().equals(customer.legalContext())) {
            return without(asked, "NO_RESULT", "MSG00013");
        }
        if (!known.test(asked.number())) {
            return without(asked, "NO_RESULT", "MSG00005");
        }
        if (!inscribed.test(asked.number())) {
            return without(asked, "NO_RESULT", "MSG00012");
        }
        return buffer.leavesOut(asked.number())
                ? without(asked, "NO_DATA_FOUND", "MSG00100")
                : found(asked, ticket, ssin(asked.ssin(), ""), "", rights(asked));
    }

    private String misbehave(KszAsked asked, KszMisbehaviour wrong) {
        String ticket = asked.ticket();
        String own = ssin(asked.ssin(), "");
        String other = UUID.randomUUID().toString();
        return switch (wrong) {
            case ANOTHER_PERSON -> found(asked, ticket, ssin(SOMEBODY, ""), "", rights(asked, true));
            case ANOTHER_TICKET -> behave(asked, other);
            case CANCELED -> found(asked, ticket, ssin(asked.ssin(), " canceled=\"true\""), "", rights(asked, true));
            case REPLACES ->
                found(asked, ticket, ssin(SOMEBODY, " replaces=\"" + asked.ssin() + "\""), "", rights(asked, true));
            case STATUS_FILTERED ->
                found(asked, ticket, own, filtered(asked.statuses().get(0)), rights(asked, true));
            case ELEMENT_FILTERED -> found(asked, ticket, own, filtered("socialRight/period"), rights(asked, true));
            case CONTRADICTION -> found(asked, ticket, own, "", rights(asked, true) + rights(asked, false));
            case PERIOD_ELSEWHERE -> {
                StringBuilder rights = new StringBuilder();
                asked.statuses().forEach(each -> rights.append(KszText.right(each, true, "2020-01-01", "2020-12-31")));
                yield found(asked, ticket, own, "", rights.toString());
            }
            case ANOTHER_STATUS -> found(asked, ticket, own, "", KszText.right("NOT_ASKED", true, "2020-01-01", ""));
            case FAULT -> KszText.fault(ticket, asked.cbeNumber(), "MSG00003", "detail");
            case OLDER_FAULT -> KszText.fault(ticket, asked.cbeNumber(), "MSG00003", "error");
            case BARE_FAULT -> KszText.fault("");
            case FAULT_OF_ANOTHER -> KszText.fault(other, asked.cbeNumber(), "MSG00013", "detail");
            case AGAINST_SCHEMA -> behave(asked, ticket).replace("<status>", "<state/><status>");
            case UNSIGNED -> behave(asked, ticket);
        };
    }

    private static String without(KszAsked asked, String value, String code) {
        return KszText.response(asked, asked.ticket(), KszText.status(value, code, ""), "");
    }

    private static String found(KszAsked asked, String ticket, String ssin, String filters, String rights) {
        return KszText.response(
                asked,
                ticket,
                KszText.status("DATA_FOUND", "MSG00000", ""),
                ssin + filters + "<socialRights>" + rights + "</socialRights>");
    }

    /** A yes since the first day of the year asked about, or a no. */
    private static String rights(KszAsked asked, boolean yes) {
        Optional<Span> span =
                yes ? Optional.of(new Span(asked.on().withDayOfYear(1), Optional.empty())) : Optional.empty();
        return asked.statuses().stream().map(status -> right(status, span)).collect(Collectors.joining());
    }

    private String rights(KszAsked asked) {
        return asked.statuses().stream()
                .map(status -> right(
                        status,
                        buffer.applies(status, asked.number(), asked.on(), asked.postcodes(), asked.maximumAge())
                                .span()))
                .collect(Collectors.joining());
    }

    private static String right(String status, Optional<Span> span) {
        String begin = span.map(each -> each.begin().toString()).orElse("");
        String end = span.flatMap(Span::end).map(LocalDate::toString).orElse("");
        return KszText.right(status, span.isPresent(), begin, end);
    }

    private static String ssin(String number, String attribute) {
        return "<ssin" + attribute + ">" + number + "</ssin>";
    }

    private static String filtered(String element) {
        return "<dataFilters><filteredElement>" + element + "</filteredElement></dataFilters>";
    }
}
