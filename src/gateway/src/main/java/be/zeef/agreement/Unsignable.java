package be.zeef.agreement;

import be.zeef.subject.HiddenNumber;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import java.util.regex.Pattern;

/** What is to be said of a file whose name cannot stand in a manifest. */
final class Unsignable {

    /** What every terminal shows as it is, and no reader takes for a part of the sentence. */
    private static final Pattern SHOWS = Pattern.compile("[\\x21-\\x7e]+( [\\x21-\\x7e]+)*");

    private Unsignable() {}

    /**
     * Names the first part of the path that cannot stand there, and the folder it lies in; the part only where it shows and
     * can hold no person's number.
     *
     * @param path that {@link Manifest#canName} refuses
     */
    static Finding name(String path) {
        int begin = 0;
        int end = end(path, begin);
        while (end < path.length() && Manifest.canName(path.substring(begin, end))) {
            begin = end + 1;
            end = end(path, begin);
        }
        String folder = begin == 0 ? "." : path.substring(0, begin - 1);
        String name = path.substring(begin, end);
        return SHOWS.matcher(name).matches() && !HiddenNumber.in(name)
                ? Finding.fatal("agreement.file-name", Location.WHOLE, folder, name)
                : Finding.fatal("agreement.file-name-untold", Location.WHOLE, folder);
    }

    private static int end(String path, int begin) {
        int slash = path.indexOf('/', begin);
        return slash < 0 ? path.length() : slash;
    }
}
