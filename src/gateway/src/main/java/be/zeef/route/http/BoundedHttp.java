package be.zeef.route.http;

import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.socket.ConnectionSocketFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;

/**
 * Camel's HTTP component, for all routes, which reads no head of an answer that has no end: at most {@value #LINES} lines of at
 * most {@value #LINE} bytes. The same holds for the lines after a body and between its chunks.
 */
public final class BoundedHttp extends HttpComponent {

    private static final int LINES = 100;
    private static final int LINE = 16 << 10;

    /** Makes connections that read so much of a head and no more. */
    static final ManagedHttpClientConnectionFactory CONNECTIONS = ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                    .setMaxHeaderCount(LINES)
                    .setMaxLineLength(LINE)
                    .build())
            .build();

    /** Takes the place of Camel's own; before routes are loaded. */
    public static void in(CamelContext context) {
        context.addComponent("http", new BoundedHttp());
        context.addComponent("https", new BoundedHttp());
    }

    /** As Camel makes it, but for the connections. Camel's signature names a type that its HTTP client has deprecated. */
    @Override
    @SuppressWarnings("deprecation")
    protected HttpClientConnectionManager createConnectionManager(
            Registry<ConnectionSocketFactory> sockets, int most, int mostPerRoute, SocketConfig config) {
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                sockets,
                PoolConcurrencyPolicy.STRICT,
                TimeValue.ofMilliseconds(getConnectionTimeToLive()),
                CONNECTIONS);
        connections.setDefaultSocketConfig(config);
        connections.setMaxTotal(most > 0 ? most : getMaxTotalConnections());
        connections.setDefaultMaxPerRoute(mostPerRoute > 0 ? mostPerRoute : getConnectionsPerRoute());
        return connections;
    }
}
