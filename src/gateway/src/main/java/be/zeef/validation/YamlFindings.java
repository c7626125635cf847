package be.zeef.validation;

import be.zeef.security.reading.YamlException;

/** What is to be said of a YAML file of ours that is not read. */
public final class YamlFindings {

    private YamlFindings() {}

    /** Names the line; what is no YAML at all has a code of the file's own family. */
    public static Finding of(YamlException refused, String syntax) {
        return refused.fault() == YamlException.Fault.SYNTAX
                ? Finding.fatal(syntax, new Location(refused.line(), refused.column(), ""))
                : of(refused);
    }

    /** Names the line, and the key where it is about one. */
    public static Finding of(YamlException refused) {
        return Finding.fatal(refused.fault().code(), new Location(refused.line(), refused.column(), ""), refused.key());
    }
}
