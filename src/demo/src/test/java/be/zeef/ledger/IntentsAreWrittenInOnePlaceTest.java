package be.zeef.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.zeef.OurClasses;
import be.zeef.ledger.event.EntryKind;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who cannot write an intent cannot forget its outcome: what kind an entry is of, only the ledger says. The dossier, which tells a person
 * what entries say, and the report, which counts them, read the kinds, and do nothing that they would have to write an intent for.
 */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class IntentsAreWrittenInOnePlaceTest {

    private static final String[] READ_THEM = {"be.zeef.dossier..", "be.zeef.report.."};

    @ArchTest
    static final ArchRule WHO_READS_THEM_DOES_NOTHING = noClasses()
            .that()
            .resideInAnyPackage(READ_THEM)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Deeds.class, Draft.class);

    @ArchTest
    static final ArchRule NOBODY_ELSE_NAMES_THEM = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.ledger..", READ_THEM[0], READ_THEM[1])
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntryKind.class);
}
