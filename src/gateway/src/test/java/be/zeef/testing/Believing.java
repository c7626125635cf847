package be.zeef.testing;

import be.zeef.source.KnownInscriptions;
import be.zeef.subject.Insz;
import java.time.LocalDate;

/** A book that believes of everybody that they are inscribed, and keeps nothing: MAGDA itself says who is not. */
public record Believing() implements KnownInscriptions {

    @Override
    public boolean stands(Insz person) {
        return true;
    }

    @Override
    public void needed(Insz person, LocalDate since) {}
}
