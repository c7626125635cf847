package be.zeef.sieve;

/** From facts to an outcome and flags. Deterministic: equal facts give equal decisions. */
@FunctionalInterface
public interface Rule {

    Decision decide(Facts facts);
}
