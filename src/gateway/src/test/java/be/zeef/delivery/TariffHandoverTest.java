package be.zeef.delivery;

import be.zeef.recipient.Grant;
import be.zeef.recipient.SocialTariffs;
import be.zeef.recipient.Tariff;
import be.zeef.subject.Insz;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;

/** By calling the recipient about each. */
class TariffHandoverTest extends HandoverContract {

    private final List<String> told = new CopyOnWriteArrayList<>();
    private boolean away;

    TariffHandoverTest(Jdbi jdbi) {
        super(jdbi);
    }

    private final class Recipient implements SocialTariffs {
        @Override
        public Grant grant(Insz person, LocalDate until, String card) {
            if (away) {
                return new Grant.Failed("DOWN");
            }
            told.add(person.digits());
            return new Grant.Granted(until);
        }

        @Override
        public Tariff current(Insz person) {
            throw new AssertionError("whoever hands over asks nothing");
        }

        @Override
        public List<String> missingPermissions() {
            return List.of();
        }
    }

    @Override
    Handover handover() {
        return new TariffHandover(new Recipient());
    }

    @Override
    List<String> told() {
        return told;
    }

    @Override
    void recipient(boolean isAway) {
        away = isAway;
    }
}
