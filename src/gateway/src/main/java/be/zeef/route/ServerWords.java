package be.zeef.route;

import be.zeef.route.ftps.RefusedException;
import be.zeef.validation.PlainText;
import com.jcraft.jsch.SftpException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFileOperationFailedException;

/**
 * What a partner's server said when it refused, as an operator may read it: its code (of FTP, RFC 959 §4.2; of SFTP,
 * draft-ietf-secsh-filexfer-02 §7) and its text. Whatever may name a file, an account or a person is left out of the text and
 * shown as {@value #LEFT_OUT}: our own names, quoted words, words that are not made of letters, and what stands before a colon at
 * the front, where servers put the name.
 */
final class ServerWords {

    private static final String LEFT_OUT = "…";
    private static final int LONGEST = 160;
    private static final int FIRST_REFUSAL = 400;

    /** A code at the head of each line of a reply. */
    private static final Pattern CODE = Pattern.compile("(?m)^\\d{3}[ -]");

    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|“[^”]*”|«[^»]*»|`[^`']*[`']|<[^>]*>|(?<!\\p{L})'[^']*'");
    private static final Pattern WORD =
            Pattern.compile("\\(?(\\p{L}+(['’-]\\p{L}+)*|\\d{1,4}|SSL/TLS|TLSv?1(\\.[0-3])?|[–—/&-])[.,:;!?)]*");

    private ServerWords() {}

    /**
     * What a server said, of a failure that a route tells.
     *
     * @param ours names that may stand in it
     * @return code, blank, text; empty when no server said anything
     */
    static Optional<String> in(Throwable failure, List<String> ours) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) {
                return Optional.of(words(refused.code(), refused.reply(), ours));
            }
            // with a cause it is the client's own
            if (cause instanceof SftpException refused && refused.getCause() == null) {
                return Optional.of(words(refused.id, refused.getMessage(), ours));
            }
        }
        return atTheDoor(failure, ours);
    }

    /** Whom a server does not let in, Camel tells what it said; where Camel's failure has a cause, that one's words stand among them. */
    private static Optional<String> atTheDoor(Throwable failure, List<String> ours) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof GenericFileOperationFailedException refused && refused.getCode() >= FIRST_REFUSAL) {
                String said = refused.getCause() == null ? refused.getReason() : "";
                return Optional.of(words(refused.getCode(), said, ours));
            }
        }
        return Optional.empty();
    }

    private static String words(int code, String reply, List<String> ours) {
        return (code + " " + text(Optional.ofNullable(reply).orElse(""), ours)).strip();
    }

    /** The text of a reply, on one line, without what may be a name. */
    static String text(String reply, List<String> ours) {
        String line = CODE.matcher(reply).replaceAll("").replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return "";
        }
        List<String> words = List.of(QUOTED.matcher(line).replaceAll(LEFT_OUT).split(" "));
        int head = nameAtTheFront(words, ours);
        String text = Stream.concat(
                        head == 0 ? Stream.empty() : Stream.of(LEFT_OUT),
                        words.subList(head, words.size()).stream().map(word -> isWord(word, ours) ? word : LEFT_OUT))
                .collect(Collectors.joining(" "))
                .replaceAll(LEFT_OUT + "( " + LEFT_OUT + ")+", LEFT_OUT);
        return PlainText.of(text.length() > LONGEST ? text.substring(0, LONGEST) + LEFT_OUT : text);
    }

    private static boolean isWord(String word, List<String> ours) {
        String low = word.toLowerCase(Locale.ROOT);
        return WORD.matcher(word).matches()
                && ours.stream().noneMatch(name -> low.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** How many words, up to a colon, are one: {@code Jan Peeters.csv: permission denied}, {@code report: no such file}. */
    private static int nameAtTheFront(List<String> words, List<String> ours) {
        int colon = 0;
        while (colon < words.size() && !words.get(colon).endsWith(":")) {
            colon++;
        }
        boolean named = colon == 0
                || !words.subList(0, Math.min(colon + 1, words.size())).stream().allMatch(word -> isWord(word, ours));
        return colon < words.size() && named ? colon + 1 : 0;
    }
}
