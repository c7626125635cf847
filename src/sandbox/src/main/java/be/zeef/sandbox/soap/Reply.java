package be.zeef.sandbox.soap;

/** What goes back over HTTP. */
record Reply(int status, String text, boolean fault) {

    static Reply answer(String text) {
        return new Reply(200, text, false);
    }

    static Reply fault(int status, String text) {
        return new Reply(status, text, true);
    }
}
