package be.zeef.payment.run;

import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.closing.ClosingDesk.Asked;
import be.zeef.payment.closing.ClosingDesk.Closed;
import be.zeef.payment.closing.ClosingDesk.Wish;
import be.zeef.payment.closing.Decision;
import be.zeef.security.Someone;
import java.util.Optional;

/** Closes what is open in a town. */
record Closer(Town town) {

    /** This person looks at it and signs what they see. */
    Closed sign(String what, Optional<Wish> wish, Someone by) {
        ClosingDesk desk = town.office().closingDesk();
        Asked asked = new Asked(what, wish);
        return desk.close(asked, by.sign(desk.statement(asked).bytes()));
    }

    Closed first(String what, Decision decision, Someone by) {
        return sign(what, Optional.of(new Wish(decision, "the bank said so")), by);
    }

    /** Two people do. */
    Closed both(String what, Decision decision) {
        first(what, decision, Someone.AN);
        return sign(what, Optional.empty(), Someone.BERT);
    }
}
