package be.zeef.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A good extract of twenty households of two, and what spreadsheets and transfers do to one. */
final class SpreadsheetExtract {

    static final String HEADER = "insz;referentiepersoon;positie;postcode;geboortedatum";
    static final int HOUSEHOLDS = 20;

    /** What was done to a good extract of twenty households of two, and what is told of it. */
    enum Form {
        PLAIN("") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\n");
            }
        },
        CR_ONLY("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r");
            }
        },
        CR_CR_LF("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\r\n");
            }
        },
        CR_IN_LF("population.line-ends") {
            @Override
            String write(List<String> lines) {
                return each(lines.subList(0, 11), "\n")
                        + each(lines.subList(11, 30), "\r")
                        + each(lines.subList(30, lines.size()), "\n");
            }
        },
        CTRL_Z("population.end-mark") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\n") + "\u001A";
            }
        },
        CTRL_Z_BEHIND_THE_LAST_LINE("population.end-mark") {
            @Override
            String write(List<String> lines) {
                return String.join("\r\n", lines) + "\u001A";
            }
        },
        SEPARATOR_LINE("population.separator-line") {
            @Override
            String write(List<String> lines) {
                return "\uFEFFsep=;\r\n" + each(lines, "\r\n");
            }
        },
        EMPTY_ROWS("population.empty-rows") {
            @Override
            String write(List<String> lines) {
                return each(lines, "\r\n") + ";;;;\r\n".repeat(30);
            }
        },
        QUOTED("") {
            @Override
            String write(List<String> lines) {
                return each(
                        lines.stream()
                                .map(line -> "\"" + line.replace(";", "\";\"") + "\"")
                                .toList(),
                        "\r\n");
            }
        };

        final String told;

        Form(String told) {
            this.told = told;
        }

        abstract String write(List<String> lines);

        private static String each(List<String> lines, String end) {
            return lines.stream().map(line -> line + end).collect(Collectors.joining());
        }
    }

    static List<String> city() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 1; i <= HOUSEHOLDS; i++) {
            String head = PopulationReaderTest.insz(1970, 1, i);
            lines.add(head + ";" + head + ";01;9000;1970-01-15");
            lines.add(PopulationReaderTest.insz(2005, 3, i) + ";" + head + ";03;9000;2005-03-02");
        }
        return lines;
    }

    private SpreadsheetExtract() {}
}
