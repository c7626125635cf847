package be.zeef.counter.door;

import be.zeef.settings.CounterSettings;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The door of one connection, behind TLS and before the decoder. A head is withheld until it is whole and vetted; a head
 * and a body each have their time, which no trickle of bytes lengthens; the next request is looked at when the last one
 * has been answered. Whoever has proved nothing and was refused too often waits a second before each further request.
 */
public final class Door extends ChannelInboundHandlerAdapter {

    /** Bytes of a body that are let through, so that it can be answered that it is too large. */
    private static final int MOST_BODY = 1 << 16;
    /** Bytes that a client may send ahead of an answer. */
    private static final int MOST_AHEAD = 1 << 15;
    /** How long whoever was refused too often waits. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final CounterSettings.Connections settings;
    private final Visitors visitors;
    private final String decoder;
    private final Framing framing = new Framing();
    private final ByteBuf waiting = Unpooled.buffer();
    /** Bytes of a head that were looked at and are withheld. */
    private int withheld;

    private ChannelHandlerContext context;
    private InetAddress from;
    private ScheduledFuture<?> limit;
    private boolean looking;
    private boolean inBody;
    private int ofBody;
    /** The answer to the request that is still being read is out already. */
    private boolean answeredEarly;
    /** A whole request is in and its answer is not out, or a head is held back: nothing more is looked at. */
    private boolean busy;
    /** Nothing more is looked at ever. */
    private boolean over;

    private volatile boolean proved;

    Door(CounterSettings.Connections settings, Visitors visitors, String decoder) {
        this.settings = settings;
        this.visitors = visitors;
        this.decoder = decoder;
    }

    /** Whoever is behind this connection has proved who they are. */
    public void proved() {
        proved = true;
    }

    /** A request that came through was refused. */
    public void refused() {
        if (!proved) {
            visitors.refused(from);
        }
    }

    /** The answer to the request that came through is out; the library has yet to finish with it. */
    public void answered() {
        context.executor().execute(this::goOn);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        from = ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress();
        within(settings.headWithin());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (!over) {
                waiting.writeBytes(bytes);
                look();
            }
        } finally {
            bytes.release();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        over = true;
        endLimit();
        ctx.fireChannelInactive();
    }

    private void goOn() {
        if (inBody) {
            answeredEarly = true;
        } else {
            busy = false;
            look();
        }
    }

    /** An answer may be out before its request was passed on in full; then whoever looks already goes on looking. */
    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        try {
            while (!busy && !over && withheld < waiting.readableBytes()) {
                read();
            }
        } catch (FramingFault fault) {
            refuse(fault);
        } finally {
            looking = false;
        }
        if (busy && waiting.readableBytes() > MOST_AHEAD) {
            close();
        }
    }

    /** Reads up to the end of a head, of a request, or of what has come. */
    private void read() throws FramingFault {
        if (limit == null) {
            within(settings.headWithin());
        }
        Framing.Step step = Framing.Step.MORE;
        int end = waiting.readerIndex() + withheld;
        while (step == Framing.Step.MORE && end < waiting.writerIndex()) {
            step = framing.next(waiting.getByte(end++));
        }
        int length = end - waiting.readerIndex();
        if (inBody) {
            pass(length, step);
        } else if (step == Framing.Step.MORE) {
            withheld = length;
        } else {
            headIn(length, step);
        }
    }

    private void headIn(int length, Framing.Step step) {
        withheld = 0;
        endLimit();
        if (proved || !visitors.triesTooOften(from)) {
            pass(length, step);
            return;
        }
        busy = true;
        context.executor()
                .schedule(
                        () -> {
                            busy = false;
                            pass(length, step);
                            look();
                        },
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void pass(int length, Framing.Step step) {
        ofBody += inBody ? length : 0;
        if (over || ofBody > MOST_BODY || !context.channel().isWritable()) {
            close();
            return;
        }
        if (step == Framing.Step.HEAD) {
            inBody = true;
            within(settings.bodyWithin());
        } else if (step == Framing.Step.REQUEST) {
            endLimit();
            busy = !answeredEarly;
            answeredEarly = false;
            inBody = false;
            ofBody = 0;
        }
        ByteBuf bytes = waiting.readBytes(length);
        waiting.discardSomeReadBytes();
        context.fireChannelRead(bytes);
        context.fireChannelReadComplete();
    }

    /** Has the library answer in its turn, and close. In a body there is no turn left: the connection is closed. */
    private void refuse(FramingFault fault) {
        if (inBody) {
            close();
            return;
        }
        over = true;
        within(PAUSE);
        var none = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
        none.setDecoderResult(DecoderResult.failure(fault));
        context.pipeline().context(decoder).fireChannelRead(none);
        // outside of a read the library may leave what it wrote for the next one to send
        context.executor().execute(context::flush);
    }

    private void within(Duration time) {
        endLimit();
        limit = context.executor().schedule(this::close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endLimit() {
        if (limit != null) {
            limit.cancel(false);
            limit = null;
        }
    }

    private void close() {
        over = true;
        endLimit();
        context.close();
    }
}
