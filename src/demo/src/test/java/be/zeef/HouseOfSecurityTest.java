package be.zeef;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

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

/** What only one room may make: readers of XML and YAML, and files with their permissions. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class HouseOfSecurityTest {

    /** The one that makes all others; what is not data but handed on by people (agreements, approvals, trust files); what lies in memory only. */
    private static final Set<String> MAKERS_OF_FILES = Set.of("PrivateFiles", "NewAgreement", "SharedFile", "Snapshot");

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
}
