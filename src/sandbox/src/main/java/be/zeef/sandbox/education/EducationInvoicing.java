package be.zeef.sandbox.education;

import be.zeef.sandbox.delivery.ColumnsAccepted;
import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.LinesCounted;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.RecipientOffice;
import be.zeef.sandbox.delivery.RowsReader;
import be.zeef.sandbox.delivery.Table;
import be.zeef.sandbox.delivery.XmlLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The invoicing table ({@code tariffs.csv}): the class of each pupil, and of each child in the city's childcare as {@code
 * childcareFile/number}, in a school year. A better class that comes later replaces
 * the one before from its own first day on; a worse one changes nothing, as a discount holds until the end of the school year. A is
 * the best.
 */
public final class EducationInvoicing implements RecipientOffice {

    private static final Result KNOWN = new Result("ALREADY_GRANTED", "KNOWN");
    private static final Result BETTER = new Result("ALREADY_GRANTED", "BETTER_CLASS");
    private static final Result UNKNOWN = new Result("REFUSED", "UNKNOWN_PUPIL");

    private static final Result UNKNOWN_FILE = new Result("REFUSED", "UNKNOWN_FILE");
    private static final String FILE = "childcareFile";

    private static final XmlLines XML = new XmlLines(
            "urn:zeef:education:tariffs:1",
            "tariffs",
            "class",
            attribute -> new Line(
                    attribute.apply("id"),
                    RowsReader.key(attribute.apply("pupil"), FILE, attribute.apply(FILE)),
                    attribute.apply("class"),
                    attribute.apply("from"),
                    attribute.apply("until")));

    private final Table table;
    private final RowsReader rows;
    private final PupilDirectory pupils;
    private final PupilDirectory files;

    /**
     * @param columns the column map that the parties agreed on
     * @param files the children in the city's childcare, by file number
     */
    public EducationInvoicing(Path folder, Path columns, PupilDirectory pupils, PupilDirectory files)
            throws IOException {
        this.table = new Table(folder.resolve("tariffs.csv"), "pupil;class;from;until");
        this.rows = new RowsReader(new ColumnsAccepted(columns), "pupil", FILE, "class", "");
        this.pupils = pupils;
        this.files = files;
    }

    @Override
    public String series() {
        return "EDU.TARIEF";
    }

    @Override
    public String namespace() {
        return "urn:zeef:education:receipt:1";
    }

    @Override
    public boolean headBeside() {
        return true;
    }

    @Override
    public Opened read(String ending, byte[] content, byte[] head) {
        return ending.equals("xml") ? XML.read(content, new LinesCounted(RowsReader::sound)) : rows.read(content, head);
    }

    private boolean known(String key) {
        return key.startsWith(FILE + "/") ? files.enrolled(key.substring(FILE.length() + 1)) : pupils.enrolled(key);
    }

    @Override
    public List<Result> book(List<Line> lines, boolean refuseOne) throws IOException {
        List<Result> results = new ArrayList<>();
        boolean refuseNext = refuseOne;
        for (Line line : lines) {
            Optional<Line> has = table.same(line);
            if (has.isPresent() && has.get().value().compareTo(line.value()) <= 0) {
                results.add(has.get().value().equals(line.value()) ? KNOWN : BETTER);
            } else if (refuseNext || !known(line.key())) {
                refuseNext = false;
                results.add(line.key().startsWith(FILE + "/") ? UNKNOWN_FILE : UNKNOWN);
            } else {
                table.put(line);
                results.add(Result.ACCEPTED);
            }
        }
        table.store();
        return results;
    }
}
