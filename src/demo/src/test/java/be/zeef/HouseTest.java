package be.zeef;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Set;

/** The arrows of the house. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class HouseTest {

    private static final String[] CORE = {
        "be.zeef.agreement..", "be.zeef.subject..", "be.zeef.sieve..", "be.zeef.ledger..", "be.zeef.validation.."
    };

    /** What a run of an agreement is made of. */
    private static final String[] RUNS = {
        "be.zeef.run..", "be.zeef.inscription..", "be.zeef.grant..", "be.zeef.delivery..", "be.zeef.sync.."
    };

    /** The one that makes all others; what is not data but handed on by people (agreements, approvals, trust files); what lies in memory only. */
    private static final Set<String> MAKERS_OF_FILES = Set.of("PrivateFiles", "NewAgreement", "SharedFile", "Snapshot");

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
    static final ArchRule A_PAYMENT_KNOWS_PORTS_AND_NO_OTHER_RUN = noClasses()
            .that()
            .resideInAPackage("be.zeef.payment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "be.zeef.source.(*)..",
                    "be.zeef.recipient.(*)..",
                    "be.zeef.run..",
                    "be.zeef.inscription..",
                    "be.zeef.grant..",
                    "be.zeef.delivery..",
                    "be.zeef.sync..",
                    "be.zeef.question..",
                    "be.zeef.cli..");

    /** The tables lie below; intake and release do not know each other; a bank is given what is released; a run knows them all. */
    @ArchTest
    static final ArchRule THE_ROOMS_OF_A_PAYMENT_STAND_IN_A_ROW = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("be.zeef.payment..")
            .layer("tables")
            .definedBy("be.zeef.payment")
            .layer("intake")
            .definedBy("be.zeef.payment.intake..")
            .layer("release")
            .definedBy("be.zeef.payment.release..")
            .layer("bank")
            .definedBy("be.zeef.payment.bank..")
            .layer("run")
            .definedBy("be.zeef.payment.run..")
            .whereLayer("tables")
            .mayNotAccessAnyLayer()
            .whereLayer("intake")
            .mayOnlyAccessLayers("tables")
            .whereLayer("release")
            .mayOnlyAccessLayers("tables")
            .whereLayer("bank")
            .mayOnlyAccessLayers("tables", "release");

    @ArchTest
    static final ArchRule NO_OTHER_RUN_KNOWS_PAYMENTS = noClasses()
            .that()
            .resideInAnyPackage(RUNS)
            .or()
            .resideInAPackage("be.zeef.question..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("be.zeef.payment..");

    @ArchTest
    static final ArchRule NOTHING_BELOW_KNOWS_A_RUN = noClasses()
            .that()
            .resideInAnyPackage(CORE)
            .or()
            .resideInAnyPackage(
                    "be.zeef.source..",
                    "be.zeef.recipient..",
                    "be.zeef.route..",
                    "be.zeef.plan..",
                    "be.zeef.question..",
                    "be.zeef.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(RUNS);

    /** A run stands at the bottom; inscriptions and grants on it, beside each other; deliveries on grants; the sync on all. */
    @ArchTest
    static final ArchRule A_RUN_KNOWS_NONE_OF_ITS_STEPS = noClasses()
            .that()
            .resideInAPackage("be.zeef.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.grant..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule AN_INSCRIPTION_KNOWS_NO_GRANT = noClasses()
            .that()
            .resideInAPackage("be.zeef.inscription..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.grant..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule A_GRANT_KNOWS_NO_DELIVERY = noClasses()
            .that()
            .resideInAPackage("be.zeef.grant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.delivery..", "be.zeef.sync..");

    @ArchTest
    static final ArchRule A_DELIVERY_KNOWS_NO_SYNC = noClasses()
            .that()
            .resideInAPackage("be.zeef.delivery..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.inscription..", "be.zeef.sync..");

    /** Who grants on a proof or at a counter is in no run. */
    @ArchTest
    static final ArchRule GRANTS_BY_HAND_NEED_NO_RUN = noClasses()
            .that()
            .haveSimpleName("HandGrants")
            .or()
            .haveSimpleName("GrantDesk")
            .or()
            .haveSimpleName("GrantWriter")
            .or()
            .resideInAPackage("be.zeef.counter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("be.zeef.run..", "be.zeef.inscription..", "be.zeef.delivery..", "be.zeef.sync..");

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

    /** Readers stand on nothing of the room; keys, seals and files know no WS-Security. */
    @ArchTest
    static final ArchRule THE_ROOMS_OF_SECURITY_STAND_IN_A_ROW = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("be.zeef.security..")
            .layer("keys")
            .definedBy("be.zeef.security")
            .layer("signing")
            .definedBy("be.zeef.security.signing..")
            .layer("reading")
            .definedBy("be.zeef.security.reading..")
            .whereLayer("reading")
            .mayNotAccessAnyLayer()
            .whereLayer("keys")
            .mayNotAccessAnyLayer();

    /**
     * What reads XML, stylesheets, schemas and YAML is made in one room, where it is hardened. The far ends of the sandbox
     * make some of their own, as they would in another house: they are exempt.
     */
    @ArchTest
    static final ArchRule ONLY_SECURITY_MAKES_READERS = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.security.reading..", "be.zeef.sandbox..")
            .should()
            .callMethodWhere(makesAReader())
            .orShould()
            .callConstructor(net.sf.saxon.s9api.Processor.class, boolean.class);

    @ArchTest
    static final ArchRule ONLY_SECURITY_KNOWS_WHAT_THEY_ARE_MADE_WITH = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.security.reading..", "be.zeef.sandbox..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("net\\.sf\\.saxon\\.(Configuration|s9api\\.XsltCompiler|s9api\\.XQueryCompiler)"
                    + "|com\\.fasterxml\\.jackson\\.dataformat\\.yaml\\..*"
                    + "|com\\.networknt\\.schema\\.JsonSchemaFactory"
                    + "|javax\\.xml\\.xpath\\..*");

    private static DescribedPredicate<JavaMethodCall> makesAReader() {
        Set<String> factories = Set.of(
                "javax.xml.parsers.DocumentBuilderFactory",
                "javax.xml.parsers.SAXParserFactory",
                "javax.xml.stream.XMLInputFactory",
                "javax.xml.validation.SchemaFactory",
                "javax.xml.transform.TransformerFactory");
        return DescribedPredicate.describe(
                "makes a reader of XML",
                call -> factories.contains(call.getTargetOwner().getName())
                        && call.getName().startsWith("new")
                        && !call.getName().equals("newDocumentBuilder"));
    }

    @ArchTest
    static final ArchRule SOURCE_ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("be.zeef.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule RECIPIENT_ADAPTERS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching("be.zeef.recipient.(*)..").should().notDependOnEachOther();

    /** Otherwise its permissions are whatever the umask leaves. */
    @ArchTest
    static final ArchRule ONLY_PRIVATE_FILES_MAKES_FILES = noClasses()
            .that(describe(
                    "are not the makers of files that people share",
                    type -> !MAKERS_OF_FILES.contains(type.getSimpleName())))
            .should()
            .callMethodWhere(target(owner(equivalentTo(Files.class)))
                    .and(target(nameMatching("write.*|newOutputStream|newBufferedWriter|newByteChannel|create[DF].*"))))
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(FileOutputStream.class)
                    .or(assignableTo(FileWriter.class))
                    .or(assignableTo(RandomAccessFile.class)))))
            .orShould()
            .callMethodWhere(target(owner(equivalentTo(FileChannel.class))).and(target(nameMatching("open"))));

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("be.zeef.(*)..").should().beFreeOfCycles();
}
