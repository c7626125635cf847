package be.zeef.recipient.uitpas;

/** What is needed to make a call: a token, or why there is none. */
sealed interface Access {

    /** @param value never parsed, never shown */
    record Token(String value) implements Access {
        @Override
        public String toString() {
            return "Token";
        }
    }

    record Denied(UitpasReply why) implements Access {}
}
