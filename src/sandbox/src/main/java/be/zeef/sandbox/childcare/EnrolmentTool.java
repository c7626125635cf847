package be.zeef.sandbox.childcare;

import be.zeef.sandbox.delivery.ColumnsAccepted;
import be.zeef.sandbox.delivery.Line;
import be.zeef.sandbox.delivery.Opened;
import be.zeef.sandbox.delivery.RecipientOffice;
import be.zeef.sandbox.delivery.RowsReader;
import be.zeef.sandbox.delivery.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of the town's enrolment tools, for childcare or for holiday activities. Who has the social tariff ({@code tariffs.csv}): once per child and school year, however often it is delivered. */
public final class EnrolmentTool implements RecipientOffice {

    private static final Result KNOWN = new Result("ALREADY_GRANTED", "KNOWN");
    private static final Result UNKNOWN = new Result("REFUSED", "UNKNOWN_CHILD");

    private final String series;
    private final String namespace;
    private final Table table;
    private final RowsReader rows;
    private final ChildDirectory children;

    /**
     * @param series what its deliveries are called
     * @param namespace of its receipts
     * @param columns the column map that the parties agreed on
     */
    public EnrolmentTool(String series, String namespace, Path folder, Path columns, ChildDirectory children)
            throws IOException {
        this.series = series;
        this.namespace = namespace;
        this.table = new Table(folder.resolve("tariffs.csv"), "child;tariff;from;until");
        this.rows = new RowsReader(new ColumnsAccepted(columns), "child", "tariff", "SOCIAL");
        this.children = children;
    }

    @Override
    public String series() {
        return series;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public boolean headBeside() {
        return true;
    }

    @Override
    public Opened read(String ending, byte[] content, byte[] head) {
        return ending.equals("csv") ? rows.read(content, head) : Opened.refused("FORMAT");
    }

    @Override
    public List<Result> book(List<Line> lines, boolean refuseOne) throws IOException {
        List<Result> results = new ArrayList<>();
        boolean refuseNext = refuseOne;
        for (Line line : lines) {
            if (table.same(line).isPresent()) {
                results.add(KNOWN);
            } else if (refuseNext || !children.known(line.key())) {
                refuseNext = false;
                results.add(UNKNOWN);
            } else {
                table.put(line);
                results.add(Result.ACCEPTED);
            }
        }
        table.store();
        return results;
    }
}
