package be.zeef.ledger;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import be.zeef.OurClasses;
import be.zeef.ledger.event.EntryKind;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who cannot write an intent cannot forget its outcome: what kind an entry is of, only the ledger says. */
@AnalyzeClasses(packages = "be.zeef", importOptions = OurClasses.class)
class IntentsAreWrittenInOnePlaceTest {

    @ArchTest
    static final ArchRule NOBODY_ELSE_NAMES_THEM = noClasses()
            .that()
            .resideOutsideOfPackage("be.zeef.ledger..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(EntryKind.class);
}
