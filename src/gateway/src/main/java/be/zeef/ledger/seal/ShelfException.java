package be.zeef.ledger.seal;

import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.io.IOException;

/** A shelf could not be read or written. The message is for developers; the finding says to an operator what to do. */
public final class ShelfException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /**
     * @param shelf what it is called in the settings
     * @param cause what it failed of, where that is an exception
     */
    public ShelfException(Trouble trouble, String shelf, Throwable cause) {
        super("the second place: " + trouble, cause);
        this.finding = Finding.error(trouble.code, Location.WHOLE, shelf);
    }

    /** What is wrong with it. */
    public enum Trouble {
        /** It is not there, does not answer, or stopped answering. */
        UNREACHABLE("ledger.second-unreachable"),
        /** Its server does not show the key that is known of it. */
        STRANGER("ledger.second-stranger"),
        /** Its server does not let us in. */
        LOGIN("ledger.second-login"),
        /** It is reached, and what was to be done there is not allowed. */
        DENIED("ledger.second-denied"),
        /** Its folder is not there, or is no folder. */
        NO_FOLDER("ledger.second-no-folder"),
        /** It takes no more. */
        FULL("ledger.second-full"),
        /** It says it has more files than anybody could have put there. */
        ENDLESS("ledger.second-endless");

        private final String code;

        Trouble(String code) {
            this.code = code;
        }
    }

    /** What to tell. */
    public Finding finding() {
        return finding;
    }
}
