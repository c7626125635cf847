package be.zeef.endtoend.city;

import be.zeef.source.PersonQuestion;
import be.zeef.subject.Insz;
import be.zeef.subject.Realm;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The question that tests ask MAGDA where any will do: whether somebody had the social status BIM_BVT on 16 May 2026. */
public final class StatusQuestion {

    public static final String SERVICE = "GeefSociaalStatuut-03.00";

    private StatusQuestion() {}

    public static PersonQuestion about(String insz) {
        return new PersonQuestion(
                SERVICE,
                Insz.of(insz, Realm.SANDBOX),
                LocalDate.of(2026, 5, 16),
                Map.of("statuut", List.of("BIM_BVT")),
                Set.of("statuut.BIM_BVT"),
                false,
                Duration.ofSeconds(20));
    }
}
