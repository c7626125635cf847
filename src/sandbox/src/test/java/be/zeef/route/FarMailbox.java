package be.zeef.route;

import java.nio.file.Path;
import java.util.Map;

/** A far end that stands, and how the gateway is told of it. */
interface FarMailbox {

    /** Settings of the partner. */
    Map<String, Object> settings();

    /** What the routes call, besides the mailbox. */
    Map<String, Object> beans();

    /** What the partner reads. */
    Path in();

    /** What the partner writes. */
    Path out();

    /** The line of {@code known_hosts}, where sessions are opened to a server that is known. */
    default String knownHost() {
        return "";
    }

    void stop() throws Exception;
}
