package be.zeef.route;

class StrictFtpsTls12Test extends StrictFtpsMailbox {

    @Override
    String version() {
        return "TLSv1.2";
    }
}
