package be.zeef.counter;

import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;

/** Replaces a message by a response with these headers and no others: none of the request's is sent back. */
final class Responses {

    private Responses() {}

    static void put(Exchange exchange, int status, Map<String, String> headers, byte[] body) {
        DefaultMessage response = new DefaultMessage(exchange);
        response.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        headers.forEach(response::setHeader);
        response.setBody(body);
        exchange.setMessage(response);
    }
}
