package be.zeef.app;

import be.zeef.source.PersonSource;
import be.zeef.source.advice.RemoteAdvice;
import be.zeef.source.magda.MagdaCalls;
import org.jdbi.v3.core.Jdbi;

/** What tests look at inside a gateway that is open, or use of it apart from its offices. */
public final class Inside {

    private Inside() {}

    public static Jdbi database(Gateway gateway) {
        return gateway.storage().jdbi();
    }

    /** As when the database is lost under way. */
    public static void loseDatabase(Gateway gateway) {
        gateway.storage().close();
    }

    public static MagdaCalls magda(Gateway gateway) {
        return gateway.partners().magda();
    }

    /** The same without a past: full pace, every circuit closed. */
    public static MagdaCalls freshMagda(Gateway gateway) {
        return gateway.partners().freshMagda();
    }

    public static RemoteAdvice advice(Gateway gateway) {
        return gateway.partners().advice();
    }

    /** The KSZ itself, one person a call, for people who are inscribed under this agreement. */
    public static PersonSource ksz(Gateway gateway, String agreement) {
        return gateway.advisers().ksz(agreement);
    }
}
