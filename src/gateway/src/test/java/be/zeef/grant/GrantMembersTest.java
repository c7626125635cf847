package be.zeef.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.zeef.security.Keys;
import be.zeef.storage.ContractOf;
import be.zeef.storage.Longest;
import be.zeef.storage.Meeting;
import be.zeef.subject.PeopleAtRest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who stood in a granted household is remembered once with each of them, and by pseudonyms alone. */
@ContractOf("grant_member")
class GrantMembersTest {

    private static final long SUBJECT = 85651200136L;
    private static final long OTHER = 77610100173L;
    private static final long MEMBER = 15610100136L;

    @TempDir
    Path folder;

    private final Handle handle;
    private PeopleAtRest people;

    GrantMembersTest(Handle handle) {
        this.handle = handle;
    }

    @BeforeEach
    void keys() {
        people = new PeopleAtRest(Keys.in(folder.resolve("keys")), "a", "benefit");
    }

    private void add(Handle on, int year, long member, long subject) {
        try (GrantMembers members = new GrantMembers(on, people, year)) {
            members.add(member, subject);
        }
    }

    /** {@code year member subject} of each. */
    private List<String> remembered() {
        return handle.createQuery("select agreement, grant_year, member, subject from grant_member"
                        + " order by grant_year, subject, member")
                .map((row, context) ->
                        row.getString(1) + " " + row.getInt(2) + " " + row.getString(3) + " " + row.getString(4))
                .list();
    }

    private String pair(int year, long member, long subject) {
        return "benefit " + year + " " + people.pseudonyms().hexAtRest(member) + " "
                + people.pseudonyms().hexAtRest(subject);
    }

    @Test
    void areRememberedOnceWithEachHouseholdOfEachPeriod() {
        add(handle, 2026, MEMBER, SUBJECT);
        add(handle, 2026, MEMBER, SUBJECT);
        add(handle, 2026, MEMBER, OTHER);
        add(handle, 2027, MEMBER, SUBJECT);

        assertThat(remembered())
                .containsExactlyInAnyOrder(
                        pair(2026, MEMBER, SUBJECT), pair(2026, MEMBER, OTHER), pair(2027, MEMBER, SUBJECT));
    }

    @Test
    void areAllRemembered_ofMoreThanABatch() {
        try (GrantMembers members = new GrantMembers(handle, people, 2026)) {
            LongStream.range(0, 2001).forEach(each -> members.add(each, SUBJECT));
        }

        assertThat(remembered()).hasSize(2001);
    }

    @Test
    void areNot_whenTheirTransactionIsRolledBack() {
        handle.begin();
        add(handle, 2026, MEMBER, SUBJECT);
        handle.rollback();

        assertThat(remembered()).isEmpty();
    }

    @Test
    void areRememberedByTheSecond_whenTheFirstIsRolledBack(Meeting meeting) {
        meeting.afterRollback(one -> add(one, 2026, MEMBER, SUBJECT), other -> {
            add(other, 2026, MEMBER, SUBJECT);
            return other;
        });

        assertThat(remembered()).containsExactly(pair(2026, MEMBER, SUBJECT));
    }

    @Test
    void areOfNoAgreement_whoseNameIsCut() {
        String agreement = Longest.of(handle, "grant_member", "agreement");
        people = new PeopleAtRest(people.keys(), "a", agreement + "y");
        assertThatThrownBy(() -> add(handle, 2026, MEMBER, SUBJECT)).isInstanceOf(JdbiException.class);

        people = new PeopleAtRest(people.keys(), "a", agreement);
        add(handle, 2026, MEMBER, SUBJECT);
        assertThat(remembered()).singleElement().asString().startsWith(agreement + " ");
    }
}
