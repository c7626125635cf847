package be.zeef.columns;

import be.zeef.columns.PeriodChecks.Rules;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which columns a recipient's CSV has, so that its import can be met without a line of Java: the file
 * {@code columns.yaml}, described in the README beside it.
 *
 * @param file what it was read from, as findings name it
 * @param separator between two fields
 * @param quoted whether every field is quoted, or only one that needs it (RFC 4180 §2.6, 2.7)
 * @param lineEnd behind every row
 * @param headed whether the first row holds the headers
 * @param pattern how dates are written ({@link DateTimeFormatter})
 * @param assumed why the map is a guess of ours; empty when the recipient confirmed it
 */
public record ColumnMap(
        String file,
        char separator,
        boolean quoted,
        String lineEnd,
        boolean headed,
        String pattern,
        String assumed,
        List<Column> columns) {

    public ColumnMap {
        columns = List.copyOf(columns);
    }

    /**
     * One column: a field of the line, or a text that is the same in every row.
     *
     * @param field which of the other keys, or of what goes along of the population; empty for other columns
     * @param codes what the recipient calls each value; empty when it calls them as we do
     */
    public record Column(String header, Source source, String field, String fixed, Map<String, String> codes) {

        public Column {
            codes = Map.copyOf(codes);
        }
    }

    /** What a column is filled from. */
    public enum Source {
        ID,
        KEY,
        /** A key of another number space. */
        OTHER_KEY,
        VALUE,
        FROM,
        UNTIL,
        /** What goes along of the population. */
        POPULATION,
        FIXED
    }

    /**
     * Reads and checks a column map.
     *
     * @param rules what the recipient calls its fields, and the values that a code table must cover
     * @throws be.zeef.validation.InvalidMessageException saying where in the file what is wrong
     */
    public static ColumnMap load(Path file, Rules rules) {
        return new ColumnMapReader(file, rules).read();
    }

    DateTimeFormatter dates() {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }

    /** How rows are written and read. */
    CsvSchema schema() {
        return CsvSchema.emptySchema().withColumnSeparator(separator).withLineSeparator(lineEnd);
    }

    CsvMapper csv() {
        return CsvMapper.builder()
                .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
                .configure(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS, quoted)
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build();
    }
}
