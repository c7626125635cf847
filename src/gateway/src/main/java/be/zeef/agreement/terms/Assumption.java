package be.zeef.agreement.terms;

/** Something that an agreement says and no public source confirms. */
public record Assumption(String what, String why) {}
