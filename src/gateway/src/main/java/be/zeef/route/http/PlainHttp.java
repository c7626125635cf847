package be.zeef.route.http;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * How partners are called over HTTP: one request is one request. The client would repeat some by itself, a PUT whose answer
 * was lost among them; whether a call may be repeated is decided by the adapter that knows what it does.
 */
public final class PlainHttp implements HttpClientConfigurer {

    /** The bean that routes name. */
    public static final String BEAN = "plainHttp";

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.addExecInterceptorFirst("unpacking", new Unpacking())
                .addExecInterceptorBefore(ChainElement.CONNECT.name(), "connecting", new Connecting())
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "answer", new HttpAnswerReader())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableDefaultUserAgent();
    }
}
