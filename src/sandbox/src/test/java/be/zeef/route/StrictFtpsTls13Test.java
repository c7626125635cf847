package be.zeef.route;

class StrictFtpsTls13Test extends StrictFtpsMailbox {

    @Override
    String version() {
        return "TLSv1.3";
    }
}
