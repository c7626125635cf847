package be.zeef.allowance;

import java.io.IOException;
import java.io.InputStream;

/** Opens what a source of birth allowances sends. Thread-safe. */
public interface AllowanceLanguage {

    /**
     * Checks who signed, decrypts, and holds the whole against its contract.
     *
     * @param name of the file; its ending says the format
     * @throws be.zeef.validation.InvalidMessageException when nothing of it may be used; the report says why
     */
    AllowanceFile open(String name, InputStream message) throws IOException;
}
