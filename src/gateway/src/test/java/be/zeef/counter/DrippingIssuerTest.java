package be.zeef.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** While one fetches the issuer's keys nobody else does, so an issuer that says a byte now and then must not make that last. */
class DrippingIssuerTest {

    private final CountDownLatch left = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
            })
    void isGivenUp_andItsConnectionIsClosed(String beginning) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            drip(server, beginning);
            IssuerDocuments issuer = new IssuerDocuments(
                    IssuerHeadTest.issuer("http://127.0.0.1:" + server.getLocalPort()), SSLContext.getDefault());
            long start = System.nanoTime();

            assertThatThrownBy(issuer::keys).isInstanceOf(IOException.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
            assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Says a byte each 100 ms until the other side has gone, or for 60 s, so that a test that fails ends. */
    private void drip(ServerSocket server, String beginning) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(beginning.getBytes(StandardCharsets.US_ASCII));
                for (int said = 0; said < 600; said++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException e) {
                left.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
