package be.zeef.recipient.payment;

/** The Belgian structured communication: ten digits and their remainder by 97, which is written 97 when it is 0 (Febelfin). */
final class StructuredCommunication {

    private static final long MOST = 9_999_999_999L;

    private StructuredCommunication() {}

    /** Twelve digits. */
    static String of(long tenDigits) {
        if (tenDigits < 0 || tenDigits > MOST) {
            throw new IllegalArgumentException("a structured communication has ten digits before its check");
        }
        long check = tenDigits % 97;
        return String.format("%010d%02d", tenDigits, check == 0 ? 97 : check);
    }
}
