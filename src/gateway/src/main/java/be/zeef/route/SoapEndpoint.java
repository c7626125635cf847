package be.zeef.route;

import be.zeef.security.Keys;
import be.zeef.security.signing.AnswerCheck;
import be.zeef.security.signing.SignatureAlgorithm;
import be.zeef.security.signing.SigningProfile;
import be.zeef.security.signing.SigningProfile.Login;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.cxf.configuration.security.AuthorizationPolicy;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/**
 * Makes the CXF endpoint toward one SOAP partner: payload mode, signed by a profile, TLS that trusts this partner only,
 * answers let in by {@link AnswerGate}, no body logged, no redirects, an empty SOAPAction unless a message sets one.
 *
 * @param address where a call goes that names no other address
 * @param tls our certificate and whom we trust
 * @param profile how requests are signed and answers believed
 * @param algorithm of our signatures; the profile's where it is empty
 * @param identity alias of the key that signs
 * @param login user and password, when the profile wants them
 */
public record SoapEndpoint(
        String address,
        SSLContextParameters tls,
        SigningProfile profile,
        Optional<SignatureAlgorithm> algorithm,
        String identity,
        Optional<UserPassword> login,
        Duration connectTimeout,
        Duration receiveTimeout) {

    /**
     * Requests up to this many bytes go with their length instead of in chunks, which is all of ours. Switching chunks off
     * altogether makes CXF 4.1 send some of them empty.
     */
    private static final int MOST_BUFFERED = 1 << 20;

    public SoapEndpoint {
        if (profile.login() == Login.BASIC && login.isEmpty()) {
            throw new IllegalArgumentException("The signing profile of " + address
                    + " says login: basic, and the settings name no user and password for it. Set them, or choose another"
                    + " profile.");
        }
    }

    /** For HTTP basic authentication, which is only ever sent over TLS. */
    public record UserPassword(String user, String password) {
        @Override
        public String toString() {
            return "UserPassword";
        }
    }

    /** The endpoint, to be bound under a name that a route says before the routes are loaded. */
    public CxfEndpoint make(Keys keys, Clock clock) {
        CxfEndpoint endpoint = new CxfEndpoint();
        endpoint.setAddress(address);
        endpoint.setDataFormat(DataFormat.PAYLOAD);
        endpoint.setSslContextParameters(tls);
        endpoint.setAllowStreaming(false);
        endpoint.setSkipFaultLogging(true);
        endpoint.setLoggingFeatureEnabled(false);
        endpoint.setCxfConfigurer(new Http());
        if (profile.signs()) {
            endpoint.getOutInterceptors()
                    .add(RequestSigner.of(profile, algorithm.orElse(profile.algorithm()), keys, identity));
        }
        endpoint.getOutInterceptors().add(new RequestTap(profile.signs()));
        endpoint.getInInterceptors()
                .add(new AnswerGate(AnswerCheck.of(profile.answers(), keys, clock), receiveTimeout));
        return endpoint;
    }

    private final class Http implements CxfConfigurer {
        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {
            // nothing to set on the factory
        }

        @Override
        public void configureClient(Client client) {
            HTTPConduit conduit = (HTTPConduit) client.getConduit();
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(connectTimeout.toMillis());
            policy.setReceiveTimeout(receiveTimeout.toMillis());
            policy.setAllowChunking(true);
            policy.setChunkingThreshold(MOST_BUFFERED);
            policy.setVersion("1.1");
            policy.setAutoRedirect(false);
            conduit.setClient(policy);
            if (profile.login() == Login.BASIC) {
                conduit.setAuthorization(basic(login.orElseThrow()));
            }
            // a SOAP fault is read whatever the HTTP status it comes with
            client.getEndpoint().put(HTTPConduit.NO_IO_EXCEPTIONS, true);
        }

        @Override
        public void configureServer(Server server) {
            // this endpoint only calls
        }
    }

    private static AuthorizationPolicy basic(UserPassword login) {
        AuthorizationPolicy policy = new AuthorizationPolicy();
        policy.setAuthorizationType("Basic");
        policy.setUserName(login.user());
        policy.setPassword(login.password());
        return policy;
    }
}
