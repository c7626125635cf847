package be.zeef.sync;

import be.zeef.subject.Insz;
import be.zeef.subject.PersonReader;
import be.zeef.subject.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The people of a file. */
class FileSubjectsTest extends SubjectsContract {

    @Override
    Subjects of(List<Insz> people) throws IOException {
        Path file = folder.resolve("people.csv");
        Files.writeString(file, people.stream().map(Insz::digits).collect(Collectors.joining("\n", "insz\n", "\n")));
        return new FileSubjects(() -> new PersonReader(file, Realm.SANDBOX, LocalDate.of(2026, 7, 16), 1).read());
    }
}
