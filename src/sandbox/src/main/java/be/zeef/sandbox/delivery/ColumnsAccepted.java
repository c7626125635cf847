package be.zeef.sandbox.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a recipient makes of rows: it goes by the same column map that the parties agreed on, read here by code of its own,
 * and gives each row's fields under the names of the map. What it cannot read is no row.
 */
public final class ColumnsAccepted {

    private final JsonNode map;
    private final DateTimeFormatter dates;

    public ColumnsAccepted(Path file) throws IOException {
        map = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        dates = DateTimeFormatter.ofPattern(map.path("dates").asText(), Locale.ROOT);
    }

    /** A row cannot be read by this map. */
    static final class NoRowException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The fields of each row: {@code pupil}, {@code from} (ISO) and so on; a fixed column has none. */
    List<Map<String, String>> rows(byte[] content) throws NoRowException {
        String separator = map.path("separator").asText();
        CsvSchema schema =
                CsvSchema.emptySchema().withColumnSeparator("tab".equals(separator) ? '\t' : separator.charAt(0));
        try (var read = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .with(schema)
                .<List<String>>readValues(new String(content, StandardCharsets.UTF_8))) {
            List<List<String>> all = read.readAll();
            if (map.path("header").asBoolean()) {
                require(!all.isEmpty() && all.get(0).equals(headers()));
                all = all.subList(1, all.size());
            }
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> fields : all) {
                rows.add(row(fields));
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new NoRowException();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private List<String> headers() {
        List<String> headers = new ArrayList<>();
        map.path("columns").forEach(column -> headers.add(column.path("header").asText()));
        return headers;
    }

    private Map<String, String> row(List<String> fields) throws NoRowException {
        JsonNode columns = map.path("columns");
        require(fields.size() == columns.size());
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            JsonNode column = columns.get(i);
            String text = fields.get(i);
            if (column.has("fixed")) {
                require(text.equals(column.path("fixed").asText()));
            } else {
                String name = column.path("from").asText();
                row.put(name, name.equals("from") || name.equals("until") ? date(text) : decoded(column, text));
            }
        }
        return row;
    }

    private String date(String text) throws NoRowException {
        try {
            LocalDate date = LocalDate.parse(text, dates);
            require(dates.format(date).equals(text));
            return date.toString();
        } catch (java.time.DateTimeException e) {
            throw new NoRowException();
        }
    }

    private static String decoded(JsonNode column, String text) throws NoRowException {
        if (!column.has("codes")) {
            return text;
        }
        for (Map.Entry<String, JsonNode> code : column.path("codes").properties()) {
            if (code.getValue().asText().equals(text)) {
                return code.getKey();
            }
        }
        throw new NoRowException();
    }

    private static void require(boolean good) throws NoRowException {
        if (!good) {
            throw new NoRowException();
        }
    }
}
