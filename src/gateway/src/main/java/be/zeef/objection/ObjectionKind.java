package be.zeef.objection;

import java.util.Locale;

/** What a person's word stops. Both stop the same (docs/adr/0034); they differ in what lifts them, and what must be told before. */
public enum ObjectionKind {
    /** The person objects (GDPR 21). It is lifted when the person says so, or when compelling grounds were shown. */
    OBJECTION,
    /** What is known of the person is only kept (GDPR 18). The person is told before it is lifted (GDPR 18.3). */
    RESTRICTION;

    /** As it is typed and told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
