package be.zeef.sandbox.uitpas;

/**
 * One request of the API and its answer, for whoever watches.
 *
 * @param answer what was written, or would have been
 */
public record Seen(
        String method, String path, String query, byte[] request, int status, String contentType, byte[] answer) {

    /** Holds personal data: it does not show itself. */
    @Override
    public String toString() {
        return "Seen[" + method + " " + status + "]";
    }
}
