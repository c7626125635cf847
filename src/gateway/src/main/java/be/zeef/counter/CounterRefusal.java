package be.zeef.counter;

import be.zeef.ledger.HaltedException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why a request was refused; what nobody foresaw is said to have failed, and no more. */
final class CounterRefusal implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(CounterRefusal.class);

    @Override
    public void process(Exchange exchange) {
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        ProblemException problem = failure instanceof ProblemException known ? known : unforeseen(failure);
        if (problem.status() >= 500) {
            log(problem);
        }
        Request request = Request.of(exchange);
        request.door().refused();
        Problem told = Problem.of(problem.status(), problem.finding(), request.header("Accept-Language"));
        Map<String, String> headers = headers(told);
        if (!problem.again().isZero()) {
            headers.put("Retry-After", Long.toString(Math.max(1, problem.again().toSeconds())));
        }
        Responses.put(exchange, told.status(), headers, told.body().getBytes(StandardCharsets.UTF_8));
    }

    private static ProblemException unforeseen(Exception failure) {
        return failure instanceof HaltedException
                ? ProblemException.because(503, "counter.halted", failure)
                : ProblemException.because(500, "counter.failed", failure);
    }

    /** Types only: a message may hold what was asked. */
    private static void log(ProblemException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        StackTraceElement[] at = cause.getStackTrace();
        LOG.error("{}: {} at {}", problem.getMessage(), cause.getClass().getName(), at.length == 0 ? "?" : at[0]);
    }

    static Map<String, String> headers(Problem problem) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", Problem.MEDIA_TYPE);
        headers.put("Content-Language", problem.language().toLanguageTag());
        headers.put("Vary", "Accept-Language");
        if (problem.status() == 401) {
            headers.put("WWW-Authenticate", "Bearer realm=\"zeef\"");
        }
        return headers;
    }
}
