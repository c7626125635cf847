package be.zeef.payment.run;

import be.zeef.payment.closing.ClosingDecision;
import be.zeef.payment.closing.ClosingDesk;
import be.zeef.payment.closing.ClosingDesk.Closed;
import be.zeef.payment.closing.ClosingDesk.Request;
import be.zeef.payment.closing.ClosingDesk.Wish;
import be.zeef.security.Someone;
import java.util.Optional;

/** Closes what is open in a town. */
record Closer(Town town) {

    /** This person looks at it and signs what they see. */
    Closed sign(String what, Optional<Wish> wish, Someone by) {
        ClosingDesk desk = town.office().closingDesk();
        Request asked = new Request(what, wish);
        return desk.close(asked, by.sign(desk.statement(asked).bytes()));
    }

    Closed first(String what, ClosingDecision decision, Someone by) {
        return sign(what, Optional.of(new Wish(decision, "the bank said so")), by);
    }

    /** Two people do. */
    Closed both(String what, ClosingDecision decision) {
        first(what, decision, Someone.AN);
        return sign(what, Optional.empty(), Someone.BERT);
    }
}
