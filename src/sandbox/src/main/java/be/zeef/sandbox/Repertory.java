package be.zeef.sandbox;

import be.zeef.security.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** MAGDA's repertory: who is inscribed for which sender URI. Kept in a file that only grows. Thread-safe. */
public final class Repertory implements AutoCloseable {

    private final Map<String, Set<Long>> inscribed = new HashMap<>();
    private final Writer log;

    /** The repertory kept in this file. */
    public Repertory(Path file) {
        try {
            if (Files.exists(file)) {
                try (var lines = Files.lines(file)) {
                    lines.forEach(this::replay);
                }
            }
            log = PrivateFiles.writer(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replay(String line) {
        String[] fields = line.split(";");
        if (fields.length == 3 && fields[2].length() == 11) {
            Set<Long> people = inscribed.computeIfAbsent(fields[1], uri -> new HashSet<>());
            if ("+".equals(fields[0])) {
                people.add(Long.parseLong(fields[2]));
            } else {
                people.remove(Long.parseLong(fields[2]));
            }
        }
    }

    public synchronized boolean contains(String uri, long person) {
        return inscribed.getOrDefault(uri, Set.of()).contains(person);
    }

    /** Whether any sender has inscribed the person: files about lists name no sender. */
    public synchronized boolean containsForAny(long person) {
        return inscribed.values().stream().anyMatch(people -> people.contains(person));
    }

    public synchronized int size(String uri) {
        return inscribed.getOrDefault(uri, Set.of()).size();
    }

    /** False when the person was inscribed already. */
    public synchronized boolean add(String uri, long person) {
        boolean fresh = inscribed.computeIfAbsent(uri, none -> new HashSet<>()).add(person);
        if (fresh) {
            write("+", uri, person);
        }
        return fresh;
    }

    /** False when the person was not inscribed. */
    public synchronized boolean remove(String uri, long person) {
        boolean was = inscribed.getOrDefault(uri, new HashSet<>()).remove(person);
        if (was) {
            write("-", uri, person);
        }
        return was;
    }

    private void write(String sign, String uri, long person) {
        try {
            String digits = Long.toString(person);
            log.write(sign + ";" + uri + ";" + "0".repeat(11 - digits.length()) + digits + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes what was written so far survive. */
    public synchronized void flush() {
        try {
            log.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
