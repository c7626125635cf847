package be.zeef.route;

import be.zeef.wire.Passage;
import be.zeef.wire.WireTap;
import java.io.OutputStream;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** Sees a request's bytes as they leave, signed and all, for the deed that is under way ({@link WireTap}). */
final class RequestTap extends AbstractPhaseInterceptor<Message> {

    private final boolean signed;

    /** @param signed whether each request bears our signature */
    RequestTap(boolean signed) {
        super(Phase.PRE_STREAM);
        addBefore(StaxOutInterceptor.class.getName());
        this.signed = signed;
    }

    @Override
    public void handleMessage(Message message) {
        Passage passage = WireTap.passage();
        if (signed) {
            passage.sealed();
        }
        message.setContent(OutputStream.class, passage.sending(message.getContent(OutputStream.class)));
        message.getExchange().put(Passage.class, passage);
    }

    /** Of the request that this message answers. */
    static Passage passage(Message answer) {
        return answer.getExchange().get(Passage.class);
    }
}
