package be.zeef.route;

/** How an HTTP call ended. */
public sealed interface WebReply {

    /**
     * The partner answered.
     *
     * @param contentType without parameters, in lower case; empty when the partner named none
     */
    record Answered(int status, String contentType, byte[] body) implements WebReply {
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
