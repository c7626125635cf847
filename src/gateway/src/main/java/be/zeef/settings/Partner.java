package be.zeef.settings;

import java.time.Duration;

/**
 * A partner that files are exchanged with: the settings {@code partners.<name>}. The routes made for it (routes/*.yaml) find
 * what stands here under the same name.
 *
 * @param password for FTPS; empty over SFTP, where our key signs in
 * @param in the folder that we put files into; empty when the partner gets none
 * @param out the folder that we take files from
 * @param poll pause between two looks into {@code out}
 * @param receiptWithin how long the receipts of a delivery may take before they are chased
 */
public record Partner(
        String host,
        int port,
        String user,
        String password,
        String in,
        String out,
        Duration poll,
        Duration receiptWithin) {

    @Override
    public String toString() {
        return "Partner[" + user + "@" + host + ":" + port + "]";
    }
}
