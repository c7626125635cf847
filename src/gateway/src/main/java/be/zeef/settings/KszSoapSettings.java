package be.zeef.settings;

import java.time.Duration;

/**
 * The KSZ itself over SOAP.
 *
 * @param cbeNumber our enterprise number, ten digits
 * @param legalContext what the KSZ hands out per authorisation
 * @param signing profile of {@code security/profiles}
 * @param user for a profile with {@code login: basic}; empty for none
 * @param perSecond calls a second
 * @param atOnce most calls at a time
 * @param closedFor how long the KSZ is left alone when it does not answer
 * @param receiveTimeout how long one answer may take
 * @param attempts how often a transient failure is tried in all
 */
public record KszSoapSettings(
        String url,
        String cbeNumber,
        String legalContext,
        String signing,
        String user,
        String password,
        int perSecond,
        int atOnce,
        Duration closedFor,
        Duration connectTimeout,
        Duration receiveTimeout,
        int attempts) {

    @Override
    public String toString() {
        return "KszSoap[" + url + "]";
    }
}
