package be.zeef.cli.text;

/**
 * What is said where a source or a recipient refuses the gateway itself, that it is ours to mend and how, or where somebody objected; never
 * to ask again later.
 */
public final class RefusedText {

    /** Of a source, at a question or a claim. */
    public static final String OF_A_SOURCE =
            "A source refuses this gateway itself, whoever is asked about, so asking again does not help."
                    + " Its code stands in the log: check the sender URI, the capacity, the certificate and the permission"
                    + " (zeef check, docs/connect-to-magda.md).";

    /** Of somebody who objected, at a question, a grant or a claim. */
    public static final String OF_AN_OBJECTOR =
            "This person objected (GDPR 21) or is restricted (GDPR 18), or somebody who would have to be asked about did: nobody was"
                    + " asked, so asking again does not help. It is not a no: treat it by hand (docs/respect-an-objection.md).";

    private RefusedText() {}

    /** Of the recipient of a grant that is stored. */
    public static String ofTheRecipient(String agreement) {
        return "The recipient refuses this gateway itself, so trying again does not help. Check its credentials, certificate and"
                + " settings in zeef.yaml against the code. The grant is stored; when that is mended: zeef sync "
                + agreement
                + " --deliver-only";
    }
}
