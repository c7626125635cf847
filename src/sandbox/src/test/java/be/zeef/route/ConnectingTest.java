package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.testing.FullServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner that is not reached is told as that, and not as one that may have done what it was asked. */
class ConnectingTest {

    private static final WebReply UNREACHED = new WebReply.Lost("NO_CONNECTION", false);

    @TempDir
    Path home;

    @Test
    void shouldTellThatNothingArrived_whenConnectingTakesLongerThanAnAnswerMay() throws IOException {
        try (FullServer full = new FullServer()) {
            assertUnreached("http://" + full.address() + "/", "PT3S", "PT0.2S");
        }
    }

    @Test
    void shouldTellThatNothingArrived_whenTheNameIsUnknown() throws IOException {
        assertUnreached("http://nobody.invalid/", "PT3S", "PT0.2S");
    }

    @Test
    void shouldTellThatNothingArrived_whenTlsIsNeverAnswered() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertUnreached("https://127.0.0.1:" + silent.getLocalPort() + "/", "PT0.5S", "PT0.2S");
        }
    }

    @Test
    void shouldEnd_whenTlsDrips() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(server), "tls-drip");
            dripping.setDaemon(true);
            dripping.start();
            long start = System.nanoTime();
            assertUnreached("https://127.0.0.1:" + server.getLocalPort() + "/", "PT0.5S", "PT0.2S");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        }
    }

    private void assertUnreached(String url, String connectTimeout, String receiveTimeout) throws IOException {
        try (Routes routes = WebRoutes.start(
                WebRoutes.settings(home, url, connectTimeout, receiveTimeout), new SSLContextParameters())) {
            WebCall call = WebCall.json("POST", "", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(new WebCalls(routes, "advice").call(call)).isEqualTo(UNREACHED);
        }
    }

    /** A handshake record of 16 KiB, a byte at a time: it would take half an hour. */
    private static void drip(ServerSocket server) {
        try (Socket caller = server.accept();
                OutputStream out = caller.getOutputStream()) {
            out.write(new byte[] {0x16, 0x03, 0x03, 0x40, 0x00});
            while (!server.isClosed()) {
                out.write(0);
                out.flush();
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            // the other side has gone, which is what is waited for
        }
    }
}
