package be.zeef.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.route.http.PlainHttp;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that never ends, a byte at a time, ends when the time for the whole of it is over. */
class DripTest {

    private static final Duration WITHIN = Duration.ofSeconds(1);

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Says this, and then this other until the other side has gone. */
    private void drip(String head, String drop) {
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                while (!server.isClosed()) {
                    out.write(drop.getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException e) {
                // the other side has gone, which is what is waited for
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nX: ",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"
            })
    void endsInTheTimeForTheWhole_whetherHeadOrBodyDrips(String head) throws IOException {
        drip(head, " ");
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(WITHIN))
                        .build());
        new PlainHttp().configureHttpClient(builder);
        long start = System.nanoTime();
        try (CloseableHttpClient client = builder.build()) {
            assertThatThrownBy(() ->
                            client.execute(new HttpGet("http://127.0.0.1:" + server.getLocalPort()), answer -> answer))
                    .isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
}
