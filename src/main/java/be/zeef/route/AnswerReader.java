package be.zeef.route;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** More came than any answer may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        long until = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(scope.clientContext
                        .getRequestConfigOrDefault()
                        .getResponseTimeout()
                        .toMilliseconds());
        Future<?> late = WATCH.schedule(scope.execRuntime::discardEndpoint, until - System.nanoTime(), NANOSECONDS);
        try {
            return whole(chain.proceed(request, scope), scope, until);
        } catch (IOException e) {
            throw System.nanoTime() - until < 0 || e instanceof TooLargeException ? e : new SocketTimeoutException();
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
            byte[] bytes = bytes(entity.getContent(), until);
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

    private static byte[] bytes(InputStream in, long until) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int n = in.read(part); n >= 0; n = in.read(part)) {
            all.write(part, 0, n);
            if (all.size() > MOST_BYTES) {
                throw new TooLargeException();
            }
            if (System.nanoTime() - until > 0) {
                throw new SocketTimeoutException();
            }
        }
        return all.toByteArray();
    }
}
