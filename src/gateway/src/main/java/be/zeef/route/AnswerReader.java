package be.zeef.route;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Reads each HTTP answer into memory before the route sees it: never more than {@value #MOST_BYTES} bytes, unpacked, never
 * onto a disk, and all of it within the route's response time-out, however slowly the bytes drip. What is beyond that is not
 * read to its end either, which an answer may not have: the connection is dropped.
 */
final class AnswerReader implements ExecChainHandler {

    private static final int MOST_BYTES = 1 << 20;

    /** Ends connections whose head drips: no single read of it takes too long. */
    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "late-answers");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long within = scope.clientContext
                .getRequestConfigOrDefault()
                .getResponseTimeout()
                .toNanoseconds();
        long until = System.nanoTime() + within;
        Future<?> late = WATCH.schedule(scope.execRuntime::discardEndpoint, within, TimeUnit.NANOSECONDS);
        try {
            return whole(chain.proceed(request, scope), scope, until);
        } catch (IOException e) {
            throw System.nanoTime() - until < 0 || e instanceof WholeAnswer.TooLargeException
                    ? e
                    : new SocketTimeoutException();
        } finally {
            late.cancel(false);
        }
    }

    private static ClassicHttpResponse whole(ClassicHttpResponse answer, ExecChain.Scope scope, long until)
            throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return answer;
        }
        boolean whole = false;
        try {
            byte[] bytes = WholeAnswer.read(entity.getContent(), MOST_BYTES, until);
            entity.close();
            answer.setEntity(new ByteArrayEntity(bytes, ContentType.parseLenient(entity.getContentType())));
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
