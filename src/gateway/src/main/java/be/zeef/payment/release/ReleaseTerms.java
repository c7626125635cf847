package be.zeef.payment.release;

import be.zeef.payment.PaymentRefusedException;
import be.zeef.security.PersonSignature;
import be.zeef.security.SignatureRefusedException;

/**
 * Says whose release of a file a signature is, and refuses it from whoever may not release it.
 *
 * @param composerMayRelease whether who composed a file may be one of the two
 */
public record ReleaseTerms(AdmittedSigners admission, boolean composerMayRelease) {

    /**
     * Whose release this signature is.
     *
     * @throws PaymentRefusedException when it is none, or not of somebody who may release this file
     */
    Releaser signer(GenuineFile file, byte[] signature) {
        Releaser by = verified(file, signature);
        if (file.isComposedBy(by) && !composerMayRelease) {
            throw new PaymentRefusedException("The run that composed " + file + " was signed by " + by
                    + ", and the agreement lets nobody release what they composed. Two others must release it.");
        }
        return by;
    }

    private Releaser verified(GenuineFile file, byte[] signature) {
        try {
            return admission.admitted(PersonSignature.verified(file.statement().bytes(), signature));
        } catch (SignatureRefusedException e) {
            throw new PaymentRefusedException("This is no signature over what " + file + " is now. Look at it again"
                    + " (zeef payment show " + file + "), and sign what you see.");
        }
    }
}
