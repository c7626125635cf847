package be.zeef.endtoend.source;

import static org.assertj.core.api.Assertions.assertThat;

import be.zeef.app.RouteBeans;
import be.zeef.endtoend.city.TestCity;
import be.zeef.route.Routes;
import be.zeef.sandbox.soap.SoapMisbehaviour;
import be.zeef.security.Keys;
import be.zeef.settings.Settings;
import be.zeef.source.Exceptions;
import be.zeef.source.Inscription;
import be.zeef.source.InscriptionOutcome;
import be.zeef.source.InscriptionOutcome.Done;
import be.zeef.source.InscriptionOutcome.Refused;
import be.zeef.source.magda.MagdaCalls;
import be.zeef.source.magda.MagdaInscriptions;
import be.zeef.subject.Insz;
import be.zeef.testing.CallsSeen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signed SOAP through the Camel route, against an endpoint that verifies the signature and knows how to misbehave. */
class InscriptionBySoapTest {

    @TempDir
    static Path folder;

    private static TestCity city;
    private static Routes routes;
    private static MagdaInscriptions service;
    private static int next;

    private final CallsSeen calls = new CallsSeen();
    private Insz person;

    @BeforeAll
    static void start() {
        city = new TestCity(folder, 100);
        Settings settings = city.settings();
        Keys keys = Keys.in(settings.keys());
        routes = Routes.start(settings, new RouteBeans(settings).named(keys, Clock.systemUTC()));
        service = new MagdaInscriptions(
                new MagdaCalls(
                        routes, settings, Exceptions.magda(settings.home().resolve("mappings")), Clock.systemUTC()),
                settings,
                "test");
    }

    @AfterAll
    static void stop() {
        routes.close();
        city.close();
    }

    @BeforeEach
    void choosePerson() throws Exception {
        List<String> truth = Files.readAllLines(city.sandbox().folder().resolve("city/truth.csv"));
        String digits = "";
        while (digits.isEmpty()) {
            digits = truth.get(++next).split(";", -1)[0];
        }
        person = Insz.ofChecked(Long.parseLong(digits));
    }

    private InscriptionOutcome inscribe(Inscription kind) {
        return service.inscribe(kind, person, LocalDate.of(2026, 1, 1), calls);
    }

    @Test
    void shouldBeDoneOnceAndAlready_whenRepeated() {
        assertThat(inscribe(Inscription.REGISTER)).isEqualTo(new Done(false));
        assertThat(inscribe(Inscription.REGISTER)).isEqualTo(new Done(true));
        assertThat(inscribe(Inscription.DEREGISTER)).isEqualTo(new Done(false));
        assertThat(inscribe(Inscription.DEREGISTER)).isEqualTo(new Done(true));
        assertThat(calls.codes).containsExactly("OK", "40143", "OK", "40003");
    }

    @ParameterizedTest
    @EnumSource(value = SoapMisbehaviour.class, mode = EnumSource.Mode.EXCLUDE, names = "ANOTHER_PERSON")
    void shouldAskAgainOnlyWhereItHelps_whenMagdaMisbehavesOnce(SoapMisbehaviour kind) {
        city.sandbox().soap().misbehave(kind, 1);

        InscriptionOutcome outcome = inscribe(Inscription.REGISTER);

        switch (kind) {
            case UNKNOWN_PERSON -> assertThat(outcome).isEqualTo(new Refused("30003"));
            case REPLACED_INSZ ->
                assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("30004");
                    assertThat(refused.replacedBy()).isPresent().isNotEqualTo(Optional.of(person));
                });
            case RESULT_ZERO -> assertThat(outcome).isEqualTo(new Refused("RESULT_0"));
            case UNKNOWN_CODE -> assertThat(outcome).isEqualTo(new Refused("81234"));
            default -> {
                assertThat(outcome).isInstanceOf(Done.class);
                assertThat(calls.refertes).doesNotHaveDuplicates().hasSize(2);
                assertThat(calls.codes.get(0))
                        .isEqualTo(
                                switch (kind) {
                                    case THROTTLE, THROTTLE_LEVEL_2 -> "99995";
                                    case SOURCE_BUSY -> "99996";
                                    case ANOTHER_ANSWER -> "CORRELATION";
                                    case SLOW -> "TIMEOUT";
                                    case FAULT_500, FAULT_503 -> "99997";
                                    case CUT_OFF -> calls.codes.get(0);
                                    default -> "NOT_SOAP";
                                });
            }
        }
    }
}
