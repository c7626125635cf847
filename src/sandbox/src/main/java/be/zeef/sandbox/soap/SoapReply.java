package be.zeef.sandbox.soap;

/** What goes back over HTTP. */
record SoapReply(int status, String text, boolean fault) {

    static SoapReply answer(String text) {
        return new SoapReply(200, text, false);
    }

    static SoapReply fault(int status, String text) {
        return new SoapReply(status, text, true);
    }
}
