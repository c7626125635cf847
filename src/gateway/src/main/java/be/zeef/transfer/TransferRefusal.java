package be.zeef.transfer;

/** What the reasons of a refusal mean for the payer, the least cautious first; {@code mappings/recipients/payment/reasons.yaml} says which code means what. */
public enum TransferRefusal {
    /** Nothing was done with it and would be another time: may be made again. */
    NEVER_EXECUTED,
    /** Our own file is at fault: mended, and made again. */
    OWN_FILE,
    /** The beneficiary's account: waits for a correction. */
    ACCOUNT,
    /** It is not certain what became of it, or whether it is wanted any more: a person decides. */
    PERSON,
    /** The bank thinks that it had it before; what it says to the first counts. A person decides if it says nothing. */
    DUPLICATE;

    /** The more cautious of the two. */
    public TransferRefusal or(TransferRefusal other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it is certain that the bank moved nothing and that the same may be tried again. */
    public boolean isMadeAgain() {
        return this == NEVER_EXECUTED || this == OWN_FILE;
    }
}
