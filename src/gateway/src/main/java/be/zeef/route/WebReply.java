package be.zeef.route;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How an HTTP call ended. */
public sealed interface WebReply {

    /** The two ends do not accept each other: a certificate of ours or theirs, or how it is spoken. It does not pass by itself. */
    String TLS = "TLS";

    /**
     * The partner answered.
     *
     * @param contentType without parameters, in lower case; empty when the partner named none
     * @param body of no length when there is none
     */
    record Answered(int status, String contentType, byte[] body) implements WebReply {

        /** Whether it was accepted and no more (202), or says nothing at all: no answer to a question yet. */
        public boolean isEmpty() {
            return status == 202 || status == 204 || (status / 100 == 2 && new String(body, UTF_8).isBlank());
        }

        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /**
     * No answer that can be read.
     *
     * @param code NO_CONNECTION, TLS, TIMEOUT, CUT_OFF or TOO_LARGE
     * @param arrived whether the request may have arrived, and so may have been carried out
     */
    record Lost(String code, boolean arrived) implements WebReply {}
}
