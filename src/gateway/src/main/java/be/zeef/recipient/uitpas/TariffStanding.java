package be.zeef.recipient.uitpas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a person stands in one card system, by UiTPAS' own status: an active tariff whose end lies in the past is active, in
 * its days of grace.
 *
 * @param until end of the tariff; {@link LocalDate#MIN} where there is none or none is told
 */
record TariffStanding(Status status, LocalDate until) {

    enum Status {
        ACTIVE,
        EXPIRED,
        SUSPENDED,
        /** A pass without the tariff. */
        NONE,
        /** The membership itself is blocked. */
        BLOCKED,
        /** No membership of this card system is told of. */
        ELSEWHERE,
        /** A status we do not know. */
        UNREADABLE
    }

    /** What the small view of a pass says of this card system. */
    static TariffStanding ofPass(JsonNode pass, int cardSystem) {
        return pass.path("cardSystem").path("id").asInt(-1) == cardSystem
                ? ofTariff(pass.path("socialTariff"))
                : new TariffStanding(Status.ELSEWHERE, LocalDate.MIN);
    }

    /** What a passholder's whole record says of it. */
    static TariffStanding ofRecord(JsonNode passholder, int cardSystem) {
        for (JsonNode membership : passholder.path("cardSystemMemberships")) {
            if (membership.path("cardSystem").path("id").asInt(-1) == cardSystem) {
                return membership.path("status").asText().equals("BLOCKED")
                        ? new TariffStanding(Status.BLOCKED, LocalDate.MIN)
                        : ofTariff(membership.path("socialTariff"));
            }
        }
        return new TariffStanding(Status.ELSEWHERE, LocalDate.MIN);
    }

    private static TariffStanding ofTariff(JsonNode tariff) {
        Status status =
                switch (tariff.path("status").asText("NONE")) {
                    case "ACTIVE" -> Status.ACTIVE;
                    case "EXPIRED" -> Status.EXPIRED;
                    case "SUSPENDED" -> Status.SUSPENDED;
                    case "NONE", "" -> Status.NONE;
                    default -> Status.UNREADABLE;
                };
        Optional<LocalDate> end = Moments.day(tariff.path("endDate").asText());
        boolean badDate = tariff.hasNonNull("endDate") && end.isEmpty();
        return new TariffStanding(badDate ? Status.UNREADABLE : status, end.orElse(LocalDate.MIN));
    }

    /** Whether the tariff is active until this day at least. */
    boolean covers(LocalDate day) {
        return status == Status.ACTIVE && !until.isBefore(day);
    }
}
