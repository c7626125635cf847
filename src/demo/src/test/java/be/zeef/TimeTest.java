package be.zeef;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.ArchCondition.from;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import be.zeef.subject.Today;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;

/** One notion of today: the machine is asked for the time in one place, and days are made from instants in one place. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class TimeTest {

    /** What asks the machine for the time or for its zone, whatever class it is of. */
    private static final Set<String> OF_THE_MACHINE =
            Set.of("now", "systemDefault", "systemUTC", "systemDefaultZone", "tickMillis", "currentTimeMillis");

    private static final List<String> TIME = List.of("java.time.", "java.util.", "java.sql.", "java.lang.System");

    @ArchTest
    static final ArchRule NOBODY_BUT_TODAY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .that()
            .doNotBelongToAnyOf(Today.class)
            .should(from(access("ask the machine", call -> {
                String owner = call.getTargetOwner().getName();
                boolean ofTime = TIME.stream().anyMatch(owner::startsWith);
                boolean clock =
                        owner.equals(Clock.class.getName()) && call.getName().equals("system");
                boolean date = owner.equals(Date.class.getName())
                        && call.getName().equals("<init>")
                        && call.getTarget().getFullName().endsWith("()");
                boolean zone = Set.of(Calendar.class.getName(), "java.util.GregorianCalendar")
                                .contains(owner)
                        || (owner.equals(TimeZone.class.getName())
                                && call.getName().equals("getDefault"));
                return clock || date || zone || (ofTime && OF_THE_MACHINE.contains(call.getName()));
            })));

    @ArchTest
    static final ArchRule NOBODY_BUT_TODAY_NAMES_A_ZONE =
            noClasses().that().doNotBelongToAnyOf(Today.class).should().callMethod(ZoneId.class, "of", String.class);

    /** An instant becomes a day in Belgium; who needs another reading of it than a day names the zone. */
    @ArchTest
    static final ArchRule NOBODY_BUT_TODAY_MAKES_A_DAY_OF_AN_INSTANT = noClasses()
            .that()
            .doNotBelongToAnyOf(Today.class)
            .should()
            .callMethod(LocalDate.class, "ofInstant", java.time.Instant.class, ZoneId.class);

    /** A {@code java.sql.Date} is a moment in the JVM's zone: a day that goes through it can come out as another. */
    @ArchTest
    static final ArchRule NOBODY_MAKES_A_DAY_A_MOMENT_OF_THE_JVM = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.sql.Date.class, java.sql.Timestamp.class, java.text.SimpleDateFormat.class);

    @ArchTest
    static final ArchRule THE_CLOCK_IS_MADE_AT_THE_TOP = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.cli..", "be.zeef.demo..", "be.zeef.sandbox..")
            .should()
            .callMethod(Today.class, "wallClock");

    /**
     * A number that comes from outside is held against the day on which its bearer can be born at the latest. The OCMW's register
     * tells of nobody but whom it was asked about, and the sandbox makes up its people.
     */
    @ArchTest
    static final ArchRule NOBODY_TAKES_A_NUMBER_OF_WHO_IS_NOT_BORN = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "be.zeef.subject..", "be.zeef.source.ocmw..", "be.zeef.sandbox..", "be.zeef.demo..")
            .should()
            .callMethod(Insz.class, "of", CharSequence.class, Realm.class)
            .orShould()
            .callMethod(Insz.class, "fault", CharSequence.class, Realm.class);

    private static DescribedPredicate<JavaClass> access(String what, java.util.function.Predicate<JavaAccess<?>> is) {
        return describe(what, each -> each.getAccessesFromSelf().stream().anyMatch(is));
    }
}
