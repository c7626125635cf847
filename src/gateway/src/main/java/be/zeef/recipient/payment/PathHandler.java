package be.zeef.recipient.payment;

import java.util.ArrayDeque;
import java.util.Deque;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Follows a message by the paths of its elements, such as {@code /Document/CstmrPmtStsRpt/GrpHdr/MsgId}, and tells the text of each. */
abstract class PathHandler extends DefaultHandler {

    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();

    /** An element has begun. */
    void began(String path) {
        // most are told by their end alone
    }

    /** @param text of the element itself, after its last child, without space around it */
    abstract void ended(String path, String text);

    @Override
    public final void startElement(String uri, String name, String qualified, Attributes attributes) {
        path.addLast(path.isEmpty() ? "/" + name : path.getLast() + "/" + name);
        text.setLength(0);
        began(path.getLast());
    }

    @Override
    public final void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public final void endElement(String uri, String name, String qualified) {
        String value = text.toString().strip();
        text.setLength(0);
        ended(path.removeLast(), value);
    }
}
