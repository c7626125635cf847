package be.zeef.security.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files of ours that name a real server and a file they should not know: the server sees no request. */
abstract class FetchedNothing {

    static final String XSI = " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    static final String SECRET = "known to this file only";

    @TempDir
    Path folder;

    final Queue<String> requests = new ConcurrentLinkedQueue<>();

    HttpServer server;
    String address;
    Path deep;
    Path secret;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().toString());
            byte[] answer = "<a/>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        deep = Files.createDirectories(folder.resolve("mappings/sources/town/service"));
        secret = Files.writeString(folder.resolve("secret.xml"), "<a>" + SECRET + "</a>");
    }

    @AfterEach
    void nothingWasAskedFor() {
        server.stop(0);
        assertThat(requests).isEmpty();
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(
                deep.resolve(name),
                text.replace("ADDRESS", address)
                        .replace("SECRET", secret.toUri().toString()));
    }
}
