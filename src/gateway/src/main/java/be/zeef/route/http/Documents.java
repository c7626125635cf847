package be.zeef.route.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches documents of others, which are read as partners' answers are: bounded in head and size, no redirect followed, and each
 * within one time for reaching its server and one for all of its answer, however slowly the bytes drip. Thread-safe.
 */
public final class Documents {

    private final SSLContext tls;
    private final Duration within;

    /**
     * @param tls whom to trust
     * @param within how long reaching a server, and then its answer, may take
     */
    public Documents(SSLContext tls, Duration within) {
        this.tls = tls;
        this.within = within;
    }

    /** @throws IOException when there is no whole answer with status 200 */
    public byte[] get(URI place) throws IOException {
        try (CloseableHttpClient client = client()) {
            return client.execute(new HttpGet(place), Documents::content);
        }
    }

    private static byte[] content(ClassicHttpResponse answer) throws IOException {
        if (answer.getCode() != HttpStatus.SC_OK || answer.getEntity() == null) {
            throw new IOException("there is no document: HTTP status " + answer.getCode());
        }
        return EntityUtils.toByteArray(answer.getEntity());
    }

    private CloseableHttpClient client() {
        Timeout whole = Timeout.of(within);
        HttpClientBuilder client = HttpClientBuilder.create()
                .useSystemProperties()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(BoundedHttp.CONNECTIONS)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(whole)
                                .setSocketTimeout(whole)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(within.dividedBy(Connecting.STEPS)))
                        .setResponseTimeout(whole)
                        .build());
        new PlainHttp().configureHttpClient(client);
        return client.build();
    }
}
