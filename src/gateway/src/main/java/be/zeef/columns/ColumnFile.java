package be.zeef.columns;

import be.zeef.columns.ColumnMap.Column;
import be.zeef.columns.PeriodChecks.Rules;
import be.zeef.packing.DeliveryLine;
import be.zeef.subject.RecipientKey;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.Location;
import be.zeef.validation.Report;
import be.zeef.validation.Severity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Holds a decrypted file of rows against its column map and the rules of its lines; its head file is not looked at. */
public final class ColumnFile {

    private final ColumnMap map;
    private final Rules rules;
    private final DateTimeFormatter dates;
    private final Findings findings = new Findings();
    private final PeriodChecks checks;
    private int row = 1;

    private ColumnFile(ColumnMap map, Rules rules) {
        this.map = map;
        this.rules = rules;
        this.dates = map.dates();
        this.checks = new PeriodChecks(rules, Optional.empty(), findings);
    }

    /** What is to be said about this file. */
    public static Report check(Path file, ColumnMap map, Rules rules) throws IOException {
        ColumnFile check = new ColumnFile(map, rules);
        try (Reader in = Files.newBufferedReader(file);
                MappingIterator<List<String>> rows = map.csv()
                        .readerForListOf(String.class)
                        .with(map.schema())
                        .readValues(in)) {
            check.rows(rows);
        } catch (CharacterCodingException | JsonProcessingException e) {
            check.findings.add(Finding.fatal("delivery.columns-text", Location.line(check.row)));
        }
        return check.findings.report(file.getFileName().toString());
    }

    private void rows(MappingIterator<List<String>> rows) throws IOException {
        if (map.headed()) {
            if (!rows.hasNextValue() || !rows.nextValue().equals(map.headers())) {
                findings.add(Finding.error("delivery.columns-header", Location.line(row), map.file()));
            }
            row++;
        }
        while (rows.hasNextValue()) {
            row(rows.nextValue());
            row++;
        }
    }

    private void row(List<String> fields) {
        int wanted = map.columns().size();
        if (fields.size() != wanted) {
            tell("delivery.columns-fields", "", Integer.toString(wanted), map.file());
            return;
        }
        // without a column of ids, rows count as being in order
        String id = String.format("%064x", row);
        List<RecipientKey> keys = new ArrayList<>();
        Map<String, String> more = new TreeMap<>();
        String value = rules.values().first();
        LocalDate from = LocalDate.EPOCH;
        LocalDate until = LocalDate.EPOCH;
        long before = findings.count(Severity.ERROR);
        for (int i = 0; i < wanted; i++) {
            Column column = map.columns().get(i);
            String field = fields.get(i);
            switch (column.source()) {
                case ID -> id = field;
                case KEY, OTHER_KEY -> {
                    if (!field.isEmpty()) {
                        keys.add(new RecipientKey(column.field(), field));
                    }
                }
                case POPULATION -> {
                    if (!field.isEmpty()) {
                        more.put(column.field(), field);
                    }
                }
                case VALUE -> value = value(column, field);
                case FROM -> from = date(column, field);
                case UNTIL -> until = date(column, field);
                case FIXED -> {
                    if (!field.equals(column.fixed())) {
                        tell("delivery.columns-fixed", column.header(), map.file());
                    }
                }
            }
        }
        if (!rules.otherKeys().isEmpty() && keys.size() != 1) {
            tell(
                    "delivery.one-key",
                    rules.keyName(),
                    rules.keyName(),
                    String.join(", ", rules.otherKeys().keySet()));
        }
        if (findings.count(Severity.ERROR) == before) {
            RecipientKey key = keys.isEmpty() ? new RecipientKey("", "") : keys.get(0);
            checks.check(new DeliveryLine(id, key.number(), key.kind(), value, from, until, more), row);
        }
    }

    private String value(Column column, String code) {
        if (column.codes().isEmpty()) {
            return code;
        }
        return column.codes().entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> {
                    tell("delivery.columns-code", column.header(), map.file());
                    return rules.values().first();
                });
    }

    private LocalDate date(Column column, String text) {
        try {
            LocalDate date = LocalDate.parse(text, dates);
            // 31 February is read as the 28th
            if (dates.format(date).equals(text)) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below
        }
        tell("delivery.columns-date", column.header(), map.pattern(), map.file());
        return LocalDate.EPOCH;
    }

    private void tell(String code, String field, String... arguments) {
        findings.add(Finding.error(code, Location.field(row, field), arguments));
    }
}
