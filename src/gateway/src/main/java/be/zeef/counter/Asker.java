package be.zeef.counter;

import be.zeef.counter.token.TokenClaims;
import be.zeef.settings.CounterSettings;
import java.util.Optional;
import java.util.Set;

/**
 * A caller that proved who it is.
 *
 * @param scopes what its token lets it do, each agreement by itself ({@code ask:gent-uitpas}); empty for a caller with a
 *     certificate, for whom the settings alone decide
 * @param clerk as the token names them; empty when the caller names them itself, in a header
 */
record Asker(CounterSettings.Caller caller, Optional<Set<String>> scopes, Optional<String> clerk) {

    static Asker byCertificate(CounterSettings.Caller caller) {
        return new Asker(caller, Optional.empty(), Optional.empty());
    }

    static Asker byToken(CounterSettings.Caller caller, Set<String> scopes, String clerk) {
        return new Asker(caller, Optional.of(Set.copyOf(scopes)), Optional.of(clerk));
    }

    boolean hasToken() {
        return scopes.isPresent();
    }

    boolean mayAskUnder(String agreement) {
        return caller.agreements().contains(agreement)
                && scopes.map(all -> all.contains(TokenClaims.ASK + agreement)).orElse(true);
    }
}
