package be.zeef.ledger;

import be.zeef.subject.HiddenNumber;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people write themselves and the ledger keeps: who asked or entered something, and why. None of it may have a person's
 * number in it ({@link HiddenNumber}): the ledger is kept for years, exported, and shown to whoever inspects it.
 */
public final class Written {

    private static final int MOST_NAME = 64;
    private static final int MOST_REASON = 200;
    /** Between a caller and the clerk behind it. */
    private static final String JOINT = "/";

    private static final String CLERK = "clerk";
    private static final String BY = "by";
    private static final String REASON = "reason";
    private static final String REFERENCE = "reference";
    /** Of an entry's body, those that hold what somebody wrote; every other is made by the gateway. */
    static final Set<String> FIELDS = Set.of(CLERK, BY, "composer", "caller", REASON, REFERENCE, "association");

    /** At most as long as SEPA's own references. */
    private static final Pattern REFERENCES = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,33}[A-Za-z0-9])?");

    private Written() {}

    /**
     * Why somebody cannot be named so.
     *
     * @param place where the name was given, for the finding
     * @return empty when they can
     */
    public static Optional<Finding> faultOfName(String name, String place) {
        if (name.isBlank()
                || name.length() > MOST_NAME
                || name.contains(JOINT)
                || name.codePoints().anyMatch(Written::isUnseen)) {
            return Optional.of(Finding.fatal("counter.name-shape", Location.path(place), String.valueOf(MOST_NAME)));
        }
        return HiddenNumber.in(name)
                ? Optional.of(Finding.fatal("counter.name-number", Location.path(place)))
                : Optional.empty();
    }

    /**
     * Why a reason cannot be kept.
     *
     * @param place where it was given, for the finding
     * @return empty when it can
     */
    public static Optional<Finding> faultOfReason(String reason, String place) {
        if (reason.isBlank()
                || reason.length() > MOST_REASON
                || reason.codePoints().anyMatch(Written::isUnseen)) {
            return Optional.of(
                    Finding.fatal("counter.reason-shape", Location.path(place), String.valueOf(MOST_REASON)));
        }
        return HiddenNumber.in(reason)
                ? Optional.of(Finding.fatal("counter.reason-number", Location.path(place)))
                : Optional.empty();
    }

    /**
     * Why a name and a reason that each can be kept cannot be kept together.
     *
     * @param place where the reason was given, for the finding
     * @return empty when they can
     */
    public static Optional<Finding> faultOfBoth(String name, String reason, String place) {
        return HiddenNumber.across(name, reason)
                ? Optional.of(Finding.fatal("counter.reason-split", Location.path(place)))
                : Optional.empty();
    }

    /**
     * Why a reference of a clerk's own cannot be kept. It is shown on a statement of account, so it has what a SEPA text may have
     * (EPC217-08, "Best practices, SEPA requirements for an extended character set").
     *
     * @param place where it was given, for the finding
     * @return empty when it can
     */
    public static Optional<Finding> faultOfReference(String reference, String place) {
        if (!REFERENCES.matcher(reference).matches()) {
            return Optional.of(Finding.fatal("claim.reference-shape", Location.path(place)));
        }
        return HiddenNumber.in(reference)
                ? Optional.of(Finding.fatal("claim.reference-number", Location.path(place)))
                : Optional.empty();
    }

    /** What a reader does not see, or sees as something else: ends of lines, marks that turn the direction, signs that are none. */
    public static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Holds an entry against this, for whoever forgot to look before. */
    static void require(Map<String, ?> body) {
        for (String field : FIELDS) {
            if (body.get(field) instanceof String text && texts(field, text).anyMatch(HiddenNumber::in)) {
                throw new IllegalArgumentException("the field " + field + " of an entry may hold a person's number");
            }
        }
        for (String who : Set.of(CLERK, BY)) {
            if (body.get(who) instanceof String name
                    && body.get(REASON) instanceof String reason
                    && HiddenNumber.across(name, reason)) {
                throw new IllegalArgumentException(
                        "the fields " + who + " and reason of an entry hold a person's number together");
            }
        }
    }

    /** A caller and its clerk are two names in one field. */
    private static Stream<String> texts(String field, String text) {
        return field.equals(REASON) || field.equals(REFERENCE) ? Stream.of(text) : Stream.of(text.split(JOINT, -1));
    }
}
