package be.zeef.counter.token;

import be.zeef.settings.CounterSettings;

/** Tells the operator why a caller whose token holds may not ask all the same: by the claims that were looked at. */
public record WhyNot(CounterSettings.Oidc settings, TokenRefusals refusals) {

    /**
     * None of its rights is about this agreement, or the settings do not give it to the caller.
     *
     * @param caller as the settings name it
     * @param given whether the settings give the agreement to the caller
     */
    public void agreement(String caller, String agreement, boolean given) {
        refusals.tell(caller + " may not ask under " + agreement + ", for "
                + (given
                        ? "none of " + TokenClaims.rightPlaces(settings) + " holds " + TokenClaims.ASK + agreement
                                + ", nor one that counter.oidc.roles translates to it"
                        : "counter.callers does not give it that agreement"));
    }

    /**
     * The claim of the clerk names nobody who can stand in the ledger.
     *
     * @param caller as the settings name it
     * @param there whether the token has the claim
     */
    public void clerk(String caller, boolean there) {
        refusals.tell("the claim " + settings.clerkClaim() + " (counter.oidc.clerkClaim) of " + caller
                + (there
                        ? " is no name that the ledger can keep: longer than 64 signs, with a slash, with signs that nobody sees,"
                                + " or with eleven digits"
                        : " is not there, or is no text"));
    }
}
