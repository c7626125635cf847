package be.zeef.sync;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.route.Mailbox;
import be.zeef.sieve.Ternary;
import be.zeef.source.ListAnswer;
import be.zeef.source.ListAnswer.Cells;
import be.zeef.source.ListLanguage;
import be.zeef.source.ListQuestion;
import be.zeef.subject.Insz;
import be.zeef.validation.Findings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A partner who answers yes about everybody who is named, as soon as somebody looks; a file is its Referte and the numbers. */
final class ListPartner implements Mailbox {

    /** As if the process were killed. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, byte[]> lying = new LinkedHashMap<>();
    Set<String> named = new TreeSet<>();
    int files;
    boolean diesAtPut;
    boolean diesAtWatch;

    @Override
    public void put(String name, Content content) {
        if (diesAtPut) {
            throw new Killed();
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            lying.put(name, out.toByteArray());
            named = new TreeSet<>(
                    List.of(out.toString(StandardCharsets.US_ASCII).split(" "))
                            .subList(1, out.toString(StandardCharsets.US_ASCII).split(" ").length));
            files++;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void watch(Incoming handler) {
        if (diesAtWatch) {
            throw new Killed();
        }
        lying.forEach((name, content) -> {
            try {
                handler.arrived(new Offered(name, content.length, 0), new ByteArrayInputStream(content));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public Unread unwatch() {
        return new Unread("test", 0, "");
    }

    @Override
    public void acknowledge(Offered file) {
        lying.remove(file.name());
    }

    /** A question is its Referte and the numbers; an answer is the question. */
    static final class Digits implements ListLanguage {

        @Override
        public void write(ListQuestion question, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder(question.referte());
            IntStream.range(0, question.persons().size())
                    .mapToLong(question.persons()::at)
                    .forEach(
                            insz -> text.append(' ').append(Insz.ofChecked(insz).digits()));
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }

        /** It must be about those who were asked about, and nobody else. */
        @Override
        public Optional<ListAnswer> read(String file, InputStream in, Function<String, Optional<ListQuestion>> asked)
                throws IOException {
            String[] words = new String(in.readAllBytes(), StandardCharsets.US_ASCII).split(" ");
            return asked.apply(words[0]).map(question -> {
                assertThat(question.persons().size()).isEqualTo(words.length - 1);
                Cells cells = new Cells(words.length - 1);
                IntStream.range(0, cells.size()).forEach(place -> cells.set(place, Ternary.YES));
                return new ListAnswer(question, List.of(cells), List.of(), new Findings().report(file));
            });
        }
    }
}
