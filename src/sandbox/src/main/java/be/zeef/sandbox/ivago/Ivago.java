package be.zeef.sandbox.ivago;

import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.RecipientOffice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** IVAGO's accounts: credits each line once, however often it is delivered. */
public final class Ivago implements RecipientOffice {

    private static final Result KNOWN = new Result("ALREADY_GRANTED", "KNOWN");
    private static final Result UNKNOWN = new Result("REFUSED", "UNKNOWN_HOUSEHOLD");

    private final Credits credits;
    private final HouseholdDirectory households;

    /** @param folder where {@code credits.csv} is kept */
    public Ivago(Path folder, HouseholdDirectory households) throws IOException {
        this.credits = new Credits(folder.resolve("credits.csv"));
        this.households = households;
    }

    @Override
    public String series() {
        return "IVAGO.SOCTEG";
    }

    @Override
    public String namespace() {
        return "urn:zeef:ivago:receipt:1";
    }

    @Override
    public boolean headBeside() {
        return false;
    }

    @Override
    public Opened read(String ending, byte[] content, byte[] head) {
        return ending.equals("xml") ? GrantsReader.xml(content) : GrantsReader.csv(content);
    }

    @Override
    public List<Result> book(List<Line> lines, boolean refuseOne) throws IOException {
        List<Result> results = new ArrayList<>();
        List<Line> fresh = new ArrayList<>();
        Set<String> now = new HashSet<>();
        boolean refuseNext = refuseOne;
        for (Line line : lines) {
            if (credits.has(line.id()) || now.contains(line.id())) {
                results.add(KNOWN);
            } else if (refuseNext || !households.known(line.key())) {
                refuseNext = false;
                results.add(UNKNOWN);
            } else {
                now.add(line.id());
                fresh.add(line);
                results.add(Result.ACCEPTED);
            }
        }
        credits.credit(fresh);
        return results;
    }
}
