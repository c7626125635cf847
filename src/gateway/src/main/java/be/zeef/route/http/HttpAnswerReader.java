package be.zeef.route.http;

import be.zeef.wire.WireTap;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads each HTTP answer into memory before the route sees it: never more than {@value #MOST_BYTES} bytes, never onto a disk,
 * and all of it within the route's response time-out, however slowly the bytes drip. That time begins when the partner is
 * reached. What is beyond it is not read to its end either, which an answer may not have: the connection is dropped.
 */
final class HttpAnswerReader implements ExecChainHandler {

    /** Of a body, both as it comes and unpacked. */
    static final int MOST_BYTES = 1 << 20;

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Connecting.done(scope);
        long within = scope.clientContext
                .getRequestConfigOrDefault()
                .getResponseTimeout()
                .toNanoseconds();
        Deadline deadline = Deadline.within(within, scope.execRuntime);
        try {
            return whole(chain.proceed(request, scope), scope, deadline);
        } catch (WholeAnswer.TooLargeException | MessageConstraintException e) {
            throw e;
        } catch (IOException e) {
            throw deadline.isOver() ? new SocketTimeoutException() : e;
        } finally {
            deadline.meet();
        }
    }

    /** By the deed that is under way, as it comes: packed where it is. */
    private static InputStream seen(InputStream answer) {
        return WireTap.last().map(passage -> passage.receiving(answer)).orElse(answer);
    }

    private static ClassicHttpResponse whole(ClassicHttpResponse answer, ExecChain.Scope scope, Deadline deadline)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return answer;
        }
        boolean whole = false;
        try {
            byte[] bytes = WholeAnswer.read(seen(entity.getContent()), MOST_BYTES, deadline.until());
            entity.close();
            scope.execRuntime.releaseEndpoint();
            answer.setEntity(new ByteArrayEntity(
                    bytes, ContentType.parseLenient(entity.getContentType()), entity.getContentEncoding()));
            whole = true;
            return answer;
        } finally {
            if (!whole) {
                // closing the answer would read it to its end
                scope.execRuntime.discardEndpoint();
            }
        }
    }
}
