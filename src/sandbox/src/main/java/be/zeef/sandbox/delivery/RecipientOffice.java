package be.zeef.sandbox.delivery;

import java.io.IOException;
import java.util.List;

/** What a recipient is and does apart from moving files: which lines it can read, and what it does with each. */
public interface RecipientOffice {

    /** What its deliveries are called. */
    String series();

    /** Namespace of its receipts. */
    String namespace();

    /** Whether its CSV comes with a head file beside it. */
    boolean headBeside();

    /**
     * Reads a decrypted delivery and counts it against its totals.
     *
     * @param ending {@code csv} or {@code xml}
     * @param head what stands in the head file; empty when there is none
     */
    Opened read(String ending, byte[] content, byte[] head);

    /**
     * Books these lines, once each however often they come; what was booked is on disk when this returns.
     *
     * @param refuseOne refuse the first line that would be booked now
     * @return what became of each line, in their order
     */
    List<Result> book(List<Line> lines, boolean refuseOne) throws IOException;

    /** What became of a line: ACCEPTED, ALREADY_GRANTED or REFUSED, and why. */
    record Result(String result, String code) {
        public static final Result ACCEPTED = new Result("ACCEPTED", "OK");
    }
}
