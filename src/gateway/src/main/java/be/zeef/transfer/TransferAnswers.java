package be.zeef.transfer;

import java.io.IOException;
import java.io.InputStream;

/** Reads what the bank answers. Thread-safe. */
public interface TransferAnswers {

    /** @throws be.zeef.validation.InvalidMessageException when it cannot be used; the report says why */
    TransferAnswer read(String file, InputStream in) throws IOException;
}
