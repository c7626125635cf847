package be.zeef.route.ftps;

import java.net.URI;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.FtpUtils;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.camel.spi.annotations.Component;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;

/**
 * Camel's FTPS component, for all routes, with {@link ReusingClient} in the place of its client. The keys are those of the
 * route's {@code sslContextParameters}, which every route must name.
 */
@Component("ftps")
public final class ReusingFtps extends FtpsComponent {

    /** Takes the place of Camel's own; before routes are loaded. */
    public static void in(CamelContext context) {
        context.addComponent("ftps", new ReusingFtps());
    }

    /** As Camel makes it, but for the endpoint's kind. */
    @Override
    protected GenericFileEndpoint<FTPFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        FtpsConfiguration configuration = new FtpsConfiguration(new URI(getBaseUri(uri)));
        FtpUtils.ensureRelativeFtpDirectory(this, configuration);
        FtpsEndpoint endpoint = new Endpoint(uri, this, configuration);
        extractAndSetFtpClientConfigParameters(parameters, endpoint);
        extractAndSetFtpClientParameters(parameters, endpoint);
        return endpoint;
    }

    private static final class Endpoint extends FtpsEndpoint {

        Endpoint(String uri, ReusingFtps component, FtpsConfiguration configuration) {
            super(uri, component, configuration);
        }

        /** Each with a TLS context, and so sessions, of its own. */
        @Override
        protected FTPClient createFtpClient() throws Exception {
            if (getSslContextParameters() == null) {
                throw new IllegalStateException(
                        "A route over ftps must say sslContextParameters: whom to trust, and which certificate to show.");
            }
            SSLContext tls = getSslContextParameters().createSSLContext(getCamelContext());
            return new ReusingClient(getFtpsConfiguration().isImplicit(), tls);
        }
    }
}
