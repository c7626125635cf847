package be.zeef.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.zeef.OurClasses;
import be.zeef.ledger.event.EntryKind;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who cannot write an intent cannot forget its outcome: what kind an entry is of, only the ledger says. The dossier, which tells a person
 * what entries say, reads the kinds, and does nothing that it would have to write an intent for.
 */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class IntentsAreWrittenInOnePlaceTest {

    private static final String READS_THEM = "be.zeef.dossier..";

    @ArchTest
    static final ArchRule WHO_READS_THEM_DOES_NOTHING = noClasses()
            .that()
            .resideInAPackage(READS_THEM)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Deeds.class, Draft.class);

    @ArchTest
    static final ArchRule NOBODY_ELSE_NAMES_THEM = noClasses()
            .that()
            .resideOutsideOfPackages("be.zeef.ledger..", READS_THEM)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntryKind.class);
}
