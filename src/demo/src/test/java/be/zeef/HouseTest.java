package be.zeef;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the house. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class HouseTest {

    static final String[] CORE = {
        "be.zeef.agreement..",
        "be.zeef.subject..",
        "be.zeef.sieve..",
        "be.zeef.ledger..",
        "be.zeef.validation..",
        "be.zeef.proof..",
        "be.zeef.difference..",
        "be.zeef.standing.."
    };

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.camel..",
                    "org.apache.cxf..",
                    "java.net.http..",
                    "com.sun.net..",
                    "org.h2..",
                    "org.postgresql..");

    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NOTHING_ABOVE_IT = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source..",
                    "be.zeef.allowance..",
                    "be.zeef.recipient..",
                    "be.zeef.packing..",
                    "be.zeef.columns..",
                    "be.zeef.transfer..",
                    "be.zeef.payment..",
                    "be.zeef.question..",
                    "be.zeef.route..",
                    "be.zeef.plan..",
                    "be.zeef.counter..",
                    "be.zeef.app..",
                    "be.zeef.check..",
                    "be.zeef.cli..");

    @ArchTest
    static final ArchRule SOURCES_AND_RECIPIENTS_KNOW_NO_SYNC = noClasses()
            .that()
            .resideInAnyPackage("be.zeef.source..", "be.zeef.recipient..", "be.zeef.route..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.payment..", "be.zeef.question..", "be.zeef.counter..", "be.zeef.app..");

    /** What adapters share lies below all of them and below whoever runs them. */
    @ArchTest
    static final ArchRule WHAT_ADAPTERS_SHARE_KNOWS_NONE_OF_THEM = noClasses()
            .that()
            .resideInAnyPackage("be.zeef.allowance..", "be.zeef.packing..", "be.zeef.columns..", "be.zeef.transfer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source..",
                    "be.zeef.recipient..",
                    "be.zeef.route..",
                    "be.zeef.payment..",
                    "be.zeef.question..",
                    "be.zeef.counter..",
                    "be.zeef.app..");

    @ArchTest
    static final ArchRule A_QUESTION_KNOWS_PORTS_ONLY = noClasses()
            .that()
            .resideInAPackage("be.zeef.question..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source.(*)..",
                    "be.zeef.recipient..",
                    "be.zeef.packing..",
                    "be.zeef.columns..",
                    "be.zeef.transfer..",
                    "be.zeef.payment..",
                    "be.zeef.route..",
                    "be.zeef.cli..");

    @ArchTest
    static final ArchRule WORKERS_KNOW_NOT_WHAT_IS_DONE = noClasses()
            .that()
            .resideInAPackage("be.zeef.work..")
            .should()
            .dependOnClassesThat(resideInAPackage("be.zeef..").and(not(resideInAPackage("be.zeef.work.."))));

    /** Whoever wires is above all rooms that are wired, and below those that print and those that look. */
    @ArchTest
    static final ArchRule NOBODY_BELOW_KNOWS_WHO_WIRES = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.app..", "be.zeef.check..", "be.zeef.cli..", "be.zeef.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.app..", "be.zeef.check..");

    /** A protocol is told from the agreement as it runs: whatever else it knew could say something that does not happen. */
    @ArchTest
    static final ArchRule A_PROTOCOL_KNOWS_AGREEMENTS_ONLY = noClasses()
            .that()
            .resideInAPackage("be.zeef.protocol..")
            .should()
            .dependOnClassesThat(resideInAPackage("be.zeef..")
                    .and(not(resideInAnyPackage("be.zeef.protocol..", "be.zeef.agreement.."))));

    /** A proof is of what agreements and rules say; how answers are read and deliveries composed is handed to it. */
    @ArchTest
    static final ArchRule A_PROOF_KNOWS_AGREEMENTS_AND_RULES_ONLY = noClasses()
            .that()
            .resideInAPackage("be.zeef.proof..")
            .should()
            .dependOnClassesThat(resideInAPackage("be.zeef..")
                    .and(not(resideInAnyPackage(
                            "be.zeef.proof..",
                            "be.zeef.agreement..",
                            "be.zeef.sieve..",
                            "be.zeef.security..",
                            "be.zeef.validation.."))));

    /** What routes say is known as a file only to who lints them; at run time Camel reads them. */
    @ArchTest
    static final ArchRule ONLY_THE_LINTER_READS_ROUTE_FILES = noClasses()
            .that()
            .resideOutsideOfPackage("be.zeef.check..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.zeef.check.route..");

    @ArchTest
    static final ArchRule WHO_READS_ROUTE_FILES_KNOWS_NO_OTHER_CHECK = noClasses()
            .that()
            .resideInAPackage("be.zeef.check.route..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.check", "be.zeef.app..", "be.zeef.agreement..");

    /** A linter looks at adapters, too. */
    @ArchTest
    static final ArchRule ONLY_WHO_WIRES_KNOWS_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.app..", "be.zeef.check..", "be.zeef.source.*..", "be.zeef.recipient.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.source.*..", "be.zeef.recipient.*..");

    @ArchTest
    static final ArchRule THE_SANDBOX_STANDS_APART = noClasses()
            .that()
            .resideInAPackage("be.zeef.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source..",
                    "be.zeef.allowance..",
                    "be.zeef.recipient..",
                    "be.zeef.packing..",
                    "be.zeef.columns..",
                    "be.zeef.transfer..",
                    "be.zeef.payment..",
                    "be.zeef.sieve..");

    @ArchTest
    static final ArchRule SOURCE_ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("be.zeef.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule RECIPIENT_ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("be.zeef.recipient.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("be.zeef.(*)..").should().beFreeOfCycles();
}
