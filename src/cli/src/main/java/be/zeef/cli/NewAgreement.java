package be.zeef.cli;

import be.zeef.cli.argument.NewAgreementException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a new agreement from their templates; what is there already is never written over. */
final class NewAgreement {

    private final Path home;

    NewAgreement(Path home) {
        this.home = home;
    }

    /** @throws NewAgreementException when one of the files exists */
    List<Path> write(String id, Map<String, String> places) throws IOException {
        Map<Path, String> files = new LinkedHashMap<>();
        Map<String, String> all = new LinkedHashMap<>(places);
        all.put("sources", filled(places.get("source") + ".yaml", places).stripTrailing());
        files.put(home.resolve("mappings/agreements").resolve(id + ".yaml"), filled("agreement.yaml", all));
        files.put(home.resolve("mappings/rules").resolve(id + ".dmn"), filled("rule.dmn", all));
        files.put(home.resolve("conformance-tests/agreements").resolve(id + ".csv"), filled("cases.csv", all));
        for (Path file : files.keySet()) {
            if (Files.exists(file)) {
                throw new NewAgreementException(file + " exists already. Choose another id, or edit that file.");
            }
        }
        for (Map.Entry<Path, String> file : files.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
        }
        return new ArrayList<>(files.keySet());
    }

    private static String filled(String template, Map<String, String> places) throws IOException {
        try (InputStream in = NewAgreement.class.getResourceAsStream("agreement/" + template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> place : places.entrySet()) {
                text = text.replace("${" + place.getKey() + "}", place.getValue());
            }
            return text;
        }
    }
}
