package be.zeef.recipient.ivago;

import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.packing.Totals;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds a decrypted CSV delivery against its contract ({@code mappings/recipients/ivago}), line by line. */
public final class GrantsFile {

    private static final int TELLS_YEAR = 3;
    private static final int HEAD_FIELDS = 7;
    private static final int LINE_FIELDS = 5;
    private static final int YEAR = 4;

    private final Findings findings = new Findings();
    private final Rules rules;
    private LineChecks checks;
    private List<String> columns = List.of();
    private int year;
    private int number;
    private boolean ended;

    private GrantsFile(Rules rules) {
        this.rules = rules;
        this.checks = new LineChecks(rules, 0, findings, 0);
    }

    /** What is to be said about this file. */
    public static Report check(Path file, Rules rules) throws IOException {
        GrantsFile check = new GrantsFile(rules);
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                check.record(line.split(";", -1));
            }
        } catch (MalformedInputException e) {
            check.tell(true, "ivago.encoding");
        }
        check.tell(!check.ended, "ivago.no-totals");
        return check.findings.report(file.getFileName().toString());
    }

    private void record(String[] fields) {
        number++;
        tell(ended, "ivago.after-totals");
        switch (fields[0]) {
            case "H" -> head(fields);
            case "C" -> columns(fields);
            case "L" -> line(fields);
            case "T" -> totals(fields);
            default -> tell(true, "ivago.record");
        }
    }

    private void head(String[] fields) {
        boolean good = number == 1 && fields.length == HEAD_FIELDS && fields[TELLS_YEAR].matches("\\d{4}");
        tell(!good, "ivago.head");
        if (good) {
            year = Integer.parseInt(fields[TELLS_YEAR]);
            checks = new LineChecks(rules, year, findings, 1);
        }
    }

    /** Which columns each line ends with; only behind the head, and only those that IVAGO takes, each once. */
    private void columns(String[] fields) {
        List<String> named = List.of(fields).subList(1, fields.length);
        boolean good = number == 2
                && !named.isEmpty()
                && rules.columns().keySet().containsAll(named)
                && new HashSet<>(named).size() == named.size();
        tell(!good, "ivago.columns");
        columns = named;
        checks = new LineChecks(rules, year, findings, 2);
    }

    private void line(String[] fields) {
        tell(number == 1, "ivago.head");
        boolean good = fields.length == LINE_FIELDS + columns.size() && fields[YEAR].matches("\\d{4}");
        if (!good) {
            findings.add(Finding.error(
                    "ivago.fields",
                    Location.line(number),
                    String.join(";", concat("L;id;household;category;year", columns))));
            return;
        }
        Map<String, String> more = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!fields[LINE_FIELDS + i].isEmpty()) {
                more.put(columns.get(i), fields[LINE_FIELDS + i]);
            }
        }
        checks.check(LineChecks.line(fields[1], fields[2], fields[3], Integer.parseInt(fields[YEAR]), more));
    }

    private static List<String> concat(String first, List<String> others) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private void totals(String[] fields) {
        ended = true;
        Map<String, Long> told = new TreeMap<>();
        for (int i = 2; i < fields.length; i++) {
            String[] category = fields[i].split("=", -1);
            if (category.length == 2 && category[1].matches("\\d{1,18}")) {
                told.put(category[0], Long.parseLong(category[1]));
            }
        }
        Totals counted = checks.totals();
        boolean same = fields.length > 1
                && fields[1].equals(Long.toString(counted.lines()))
                && told.equals(counted.perValue());
        tell(!same, "ivago.totals");
    }

    private void tell(boolean wrong, String code) {
        if (wrong) {
            findings.add(Finding.error(code, Location.line(number)));
        }
    }
}
