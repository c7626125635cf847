package be.zeef.source.groeipakket;

import be.zeef.allowance.AllowanceRow.Place;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the file in CSV, line by line, and holds its shape against the column contract. Stops at the first error. */
final class CsvAllowances {

    private final RecordColumns columns;
    private final Findings findings;
    private final RawRows rows;
    private int line;
    private int number;
    private boolean ended;

    CsvAllowances(RecordColumns columns, Findings findings, RawRows rows) {
        this.columns = columns;
        this.findings = findings;
        this.rows = rows;
    }

    void read(InputStream in) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder));
            for (String text = reader.readLine(); text != null && !findings.refused(); text = reader.readLine()) {
                line++;
                record(text.split(";", -1));
            }
        } catch (CharacterCodingException e) {
            tell(true, "groeipakket.encoding");
        }
        tell(!ended && !findings.refused(), "groeipakket.no-totals");
    }

    private void record(String[] fields) {
        tell(ended, "groeipakket.after-totals");
        if (line == 1) {
            head(fields);
        } else if (fields[0].equals(columns.totals().get(0))) {
            String lines = field(columns.totals(), fields, "lines");
            tell(!lines.matches("\\d{1,9}"), "groeipakket.fields");
            ended = true;
            if (!findings.refused()) {
                rows.totals(Long.parseLong(lines));
            }
        } else {
            row(fields);
        }
    }

    private void head(String[] fields) {
        List<String> names = columns.head();
        boolean good = fields.length == names.size()
                && fields[0].equals(names.get(0))
                && field(names, fields, "version").equals("1")
                && Shapes.ID.fits(field(names, fields, "file"))
                && Shapes.MONTH.fits(field(names, fields, "month"))
                && Shapes.INSTANT.fits(field(names, fields, "created"))
                && Shapes.NIS.fits(field(names, fields, "municipality"));
        tell(!good, "groeipakket.head");
        if (good) {
            rows.head(new RawHead(
                    field(names, fields, "file"),
                    field(names, fields, "month"),
                    field(names, fields, "created"),
                    field(names, fields, "municipality")));
        }
    }

    private void row(String[] fields) {
        List<String> names = columns.row();
        boolean good = fields.length == names.size() && fields[0].equals(names.get(0)) && shaped(names, fields);
        tell(!good, "groeipakket.fields");
        if (good) {
            List<RawRow.Payee> payees = new ArrayList<>();
            for (String which : List.of("1", "2")) {
                RawRow.Payee payee = new RawRow.Payee(
                        field(names, fields, "insz" + which),
                        field(names, fields, "name" + which),
                        field(names, fields, "iban" + which));
                if (!payee.isEmpty()) {
                    payees.add(payee);
                }
            }
            tell(payees.isEmpty() && kind(names, fields) != RawRow.Kind.CANCELLATION, "groeipakket.fields");
            if (!findings.refused()) {
                rows.row(row(names, fields, payees));
            }
        }
    }

    private RawRow row(List<String> names, String[] fields, List<RawRow.Payee> payees) {
        return new RawRow(
                new Place(++number, line),
                kind(names, fields),
                field(names, fields, "id"),
                field(names, fields, "child"),
                field(names, fields, "born"),
                field(names, fields, "granted"),
                field(names, fields, "supplement"),
                field(names, fields, "nis"),
                field(names, fields, "postcode"),
                payees);
    }

    private static boolean shaped(List<String> names, String[] fields) {
        boolean cancellation = field(names, fields, "kind").equals("cancellation");
        return Shapes.ID.fits(field(names, fields, "id"))
                && Shapes.KIND.fits(field(names, fields, "kind"))
                && (cancellation
                        || Shapes.DAY.fits(field(names, fields, "born"))
                                && Shapes.DAY.fits(field(names, fields, "granted"))
                                && Shapes.YES_NO.fits(field(names, fields, "supplement"))
                                && Shapes.NIS.fitsOrEmpty(field(names, fields, "nis"))
                                && Shapes.POSTCODE.fitsOrEmpty(field(names, fields, "postcode")));
    }

    private static RawRow.Kind kind(List<String> names, String[] fields) {
        return RawRow.Kind.valueOf(field(names, fields, "kind").toUpperCase(Locale.ROOT));
    }

    private static String field(List<String> names, String[] fields, String name) {
        int place = names.indexOf(name);
        return place >= 0 && place < fields.length ? fields[place] : "";
    }

    private void tell(boolean wrong, String code) {
        if (wrong) {
            findings.add(Finding.error(code, Location.line(line)));
        }
    }
}
