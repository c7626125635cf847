package be.zeef.claim;

import be.zeef.agreement.Agreement;
import be.zeef.agreement.ClaimTerms;
import be.zeef.validation.Finding;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;

/** What is refused before anything is changed. */
final class ClaimRefusals {

    private ClaimRefusals() {}

    /** @throws InvalidMessageException when nothing is claimed under this agreement */
    static ClaimTerms terms(Agreement agreement) {
        return agreement
                .claims()
                .orElseThrow(() -> InvalidMessageException.of(
                        agreement.id(), Finding.fatal("claim.no-claims", Location.path("/claims"), agreement.id())));
    }

    /** About the reference that a clerk gave. */
    static InvalidMessageException reference(String agreement, String code, String... arguments) {
        return InvalidMessageException.of(agreement, Finding.fatal(code, Location.path("reference"), arguments));
    }
}
