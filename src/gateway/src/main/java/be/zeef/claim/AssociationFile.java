package be.zeef.claim;

import be.zeef.ledger.Written;
import be.zeef.subject.HiddenNumber;
import be.zeef.transfer.Accounts;
import be.zeef.validation.Finding;
import be.zeef.validation.Findings;
import be.zeef.validation.InvalidMessageException;
import be.zeef.validation.Location;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The register of associations that a municipality keeps: CSV with semicolons, UTF-8, the columns {@code key;name;iban}. It is read
 * for each claim, so that a corrected account counts from then on. One bad line refuses all of it: money goes by it.
 */
public final class AssociationFile {

    private static final String HEADER = "key;name;iban";
    private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    /** Of a name in a SEPA credit transfer (EPC115-06, AT-21). */
    private static final int MOST_NAME = 70;
    /** In bytes, 4 MiB: some 50,000 associations. It is read for each claim, so a larger one would slow the counter down. */
    private static final int MOST_BYTES = 4 << 20;

    private final Path file;
    private final Findings findings = new Findings();
    private final Map<String, Association> all = new LinkedHashMap<>();

    private AssociationFile(Path file) {
        this.file = file;
    }

    /**
     * Every association, by its key.
     *
     * @throws InvalidMessageException naming the file, and the line and field of each fault, when anything in it is wrong
     */
    public static Map<String, Association> read(Path file) {
        AssociationFile register = new AssociationFile(file);
        register.lines(register.text());
        if (register.findings.refused()) {
            throw register.refused();
        }
        return Map.copyOf(register.all);
    }

    private List<String> text() {
        try {
            // a pipe or a device has no end, or keeps a clerk waiting for one
            if (!Files.isRegularFile(file)) {
                findings.add(Finding.fatal("claim.register-missing", Location.WHOLE, name()));
            } else if (Files.size(file) > MOST_BYTES) {
                findings.add(Finding.fatal("claim.register-large", Location.WHOLE, Integer.toString(MOST_BYTES)));
            } else {
                return Files.readAllLines(file, StandardCharsets.UTF_8);
            }
        } catch (CharacterCodingException e) {
            findings.add(Finding.fatal("claim.register-encoding", Location.WHOLE));
        } catch (IOException e) {
            findings.add(Finding.fatal("claim.register-missing", Location.WHOLE, name()));
        }
        throw refused();
    }

    private void lines(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).replace("\uFEFF", "").strip().equals(HEADER)) {
            findings.add(Finding.fatal("claim.register-header", Location.line(1), HEADER));
            return;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line(lines.get(i).split(";", -1), i + 1);
            }
        }
    }

    private void line(String[] fields, int number) {
        if (fields.length != 3) {
            findings.add(Finding.error("claim.register-fields", Location.line(number), HEADER));
            return;
        }
        String key = fields[0].strip();
        String name = fields[1].strip();
        String iban = Accounts.normal(fields[2].strip());
        tell(KEY.matcher(key).matches(), "claim.register-key", number, "key");
        boolean readable = name.codePoints().anyMatch(Character::isLetter)
                && name.length() <= MOST_NAME
                && name.codePoints().noneMatch(AssociationFile::deceives);
        tell(readable, "claim.register-name", number, "name");
        tell(!HiddenNumber.in(key), "claim.register-number", number, "key");
        tell(!HiddenNumber.in(name), "claim.register-number", number, "name");
        tell(!iban.isEmpty() && Accounts.fault(iban).isEmpty(), "claim.register-iban", number, "iban");
        tell(all.put(key, new Association(key, name, iban)) == null, "claim.register-twice", number, "key");
    }

    /** What a reader does not see, or what not every screen and no bank shows alike: two people sign for this name. */
    private static boolean deceives(int point) {
        return Written.isUnseen(point)
                || switch (Character.getType(point)) {
                    case Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED, Character.OTHER_SYMBOL ->
                        true;
                    default -> false;
                };
    }

    private void tell(boolean good, String code, int line, String field) {
        if (!good) {
            findings.add(Finding.error(code, Location.field(line, field)));
        }
    }

    private InvalidMessageException refused() {
        return new InvalidMessageException(findings.report(name()));
    }

    private String name() {
        return String.valueOf(file.getFileName());
    }
}
