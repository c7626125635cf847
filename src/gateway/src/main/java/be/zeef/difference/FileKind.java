package be.zeef.difference;

import be.zeef.difference.Words.Sentence;
import java.util.Arrays;

/** What a file is for, by where it lies; the first that fits. */
enum FileKind {
    AGREEMENT("mappings/agreements/[^/]*\\.yaml", "difference.kind-agreement"),
    SCHEMA("mappings/agreements/.*", "difference.kind-schema"),
    RULE("mappings/rules/.*", "difference.kind-rule"),
    SAMPLE("mappings/sources/.*/samples/.*", "difference.kind-sample"),
    SOURCE("mappings/sources/.*", "difference.kind-source"),
    RECIPIENT("mappings/recipients/.*", "difference.kind-recipient"),
    ROUTE("routes/.*", "difference.kind-route"),
    PROFILE("security/profiles/.*", "difference.kind-profile"),
    OTHER(".*", "difference.kind-other");

    private final String paths;
    private final String code;

    FileKind(String paths, String code) {
        this.paths = paths;
        this.code = code;
    }

    static FileKind of(String path) {
        return Arrays.stream(values())
                .filter(each -> path.matches(each.paths))
                .findFirst()
                .orElse(OTHER);
    }

    Words words() {
        return Sentence.of(code);
    }
}
