package be.zeef.sandbox.ivago;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Composes the two receipts of a delivery, and credits its lines before it says so. */
final class Answerer {

    private static final String NAMESPACE = "urn:zeef:ivago:receipt:1";

    private final Receipts receipts;
    private final Credits credits;
    private final HouseholdDirectory households;

    Answerer(Receipts receipts, Credits credits, HouseholdDirectory households) {
        this.receipts = receipts;
        this.credits = credits;
        this.households = households;
    }

    void technical(String name, Opener.Opened opened, Receipts.Manners manners) throws IOException {
        String xml = "<technicalReceipt xmlns=\"" + NAMESPACE + "\" delivery=\"" + manners.named(name)
                + "\" received=\"" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\" result=\""
                + (opened.accepted() ? "ACCEPTED" : "REFUSED") + "\" code=\"" + opened.code() + "\" lines=\""
                + opened.lines().size() + "\"/>";
        receipts.write(name + ".ack.p7m", xml, manners);
    }

    /** Credits what is not credited yet; {@code write} false leaves the receipt away all the same. */
    void functional(String name, List<Opener.Line> lines, boolean refuseLine, boolean write, Receipts.Manners manners)
            throws IOException {
        StringBuilder xml = new StringBuilder(
                "<functionalReceipt xmlns=\"" + NAMESPACE + "\" delivery=\"" + manners.named(name) + "\">");
        List<Opener.Line> fresh = new ArrayList<>();
        Set<String> now = new HashSet<>();
        boolean refuseNext = refuseLine;
        for (Opener.Line line : lines) {
            xml.append("<line id=\"").append(line.id());
            if (credits.has(line.id()) || now.contains(line.id())) {
                xml.append("\" result=\"ALREADY_GRANTED\" code=\"KNOWN\"/>");
            } else if (refuseNext || !households.known(line.household())) {
                refuseNext = false;
                xml.append("\" result=\"REFUSED\" code=\"UNKNOWN_HOUSEHOLD\"/>");
            } else {
                now.add(line.id());
                fresh.add(line);
                xml.append("\" result=\"ACCEPTED\" code=\"OK\"/>");
            }
        }
        credits.credit(fresh);
        if (write) {
            receipts.write(
                    name + ".result.p7m", xml.append("</functionalReceipt>").toString(), manners);
        }
    }
}
