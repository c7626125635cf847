package be.zeef.route.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Reaching a partner: a free connection, each of its addresses, TLS. It has a time of its own, which is over before that of the
 * answer begins, and what fails here fails before anything was sent.
 */
public final class Connecting implements ExecChainHandler {

    /** A free connection, two addresses and TLS may each take as long as a route lets one of them take. */
    static final int STEPS = 4;

    private static final String DEADLINE = Connecting.class.getName();

    /** The partner was not reached; nothing of the request was sent. */
    public static final class FailedException extends IOException {
        private static final long serialVersionUID = 1L;

        FailedException(IOException cause) {
            super(cause);
        }
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        RequestConfig times = scope.clientContext.getRequestConfigOrDefault();
        long within = STEPS * times.getConnectionRequestTimeout().toNanoseconds();
        Deadline deadline = Deadline.within(within, scope.execRuntime);
        scope.clientContext.setAttribute(DEADLINE, deadline);
        try {
            return chain.proceed(request, scope);
        } catch (IOException e) {
            throw deadline.isMet() ? e : new FailedException(e);
        } finally {
            deadline.meet();
        }
    }

    /** There is a connection: what comes now is the call itself. */
    static void done(ExecChain.Scope scope) throws SocketTimeoutException {
        if (scope.clientContext.getAttribute(DEADLINE) instanceof Deadline deadline && !deadline.meet()) {
            throw new SocketTimeoutException();
        }
    }
}
