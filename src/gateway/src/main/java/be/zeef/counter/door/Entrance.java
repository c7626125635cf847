package be.zeef.counter.door;

import be.zeef.settings.CounterSettings;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Clock;

/**
 * The way into an HTTPS server of Vert.x for callers whom nobody knows yet: bounds how many connect and how long they take,
 * and lets through only bytes that are one request to every reader. It stands between TLS and the library's own decoder, whose
 * inner classes it uses: what Vert.x offers to the outside has no bound on connections, and its time limits begin anew
 * with every byte.
 */
public final class Entrance {

    private static final String DECODER = "httpDecoder";
    private static final AttributeKey<Door> DOOR = AttributeKey.valueOf(Entrance.class, "door");

    private final CounterSettings.Connections settings;
    private final Visitors visitors;

    public Entrance(CounterSettings.Connections settings, Clock clock) {
        this.settings = settings;
        this.visitors = new Visitors(settings, clock);
    }

    /** A Vert.x whose servers count their connections here. */
    public Vertx vertx(VertxOptions options) {
        return new VertxBuilder(options)
                .findTransport(new CountedSockets(visitors))
                .init()
                .vertx();
    }

    /** Puts a door before this connection; for the server's connection handler. */
    public void guard(HttpConnection connection) {
        Channel channel = ((ConnectionBase) connection).channel();
        Door door = new Door(settings, visitors, DECODER);
        channel.attr(DOOR).set(door);
        channel.pipeline().addBefore(DECODER, "door", door);
    }

    /** The door that a request came through. */
    public static Door doorOf(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channel().attr(DOOR).get();
    }
}
