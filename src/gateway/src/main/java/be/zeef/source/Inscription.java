package be.zeef.source;

/** Telling MAGDA's repertory that we have, or no longer have, a reason to ask about a person. */
public enum Inscription {
    REGISTER,
    DEREGISTER
}
