package be.zeef.counter;

import be.zeef.counter.door.Entrance;
import be.zeef.counter.door.FramingFault;
import be.zeef.route.Routes;
import be.zeef.settings.CounterSettings;
import be.zeef.settings.Settings;
import be.zeef.settings.SettingsException;
import be.zeef.validation.Finding;
import be.zeef.validation.Location;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * The HTTPS server behind the routes of {@code routes/counter.yaml}. What is refused before a route is reached (no such path,
 * another method, too large a body, no JSON) is answered here, in the same form.
 */
final class CounterServer implements AutoCloseable {

    private static final int MOST_BYTES = 4096;
    /** More than the door lets through, so that the door's answer is the one that is told. */
    private static final int MOST_HEAD = 1 << 15;

    private static final Pattern PLAIN = Pattern.compile("/|(/[A-Za-z0-9_-][A-Za-z0-9._-]*){1,9}/?");
    private static final String ROUTES = "counter";
    /** What the library calls a connection that ended in the middle of a body. */
    private static final int GONE = 200;

    private static final Map<Integer, String> REFUSED_EARLY = Map.of(
            400, "counter.http",
            404, "counter.path",
            405, "counter.method",
            413, "counter.too-large",
            415, "counter.media-type",
            500, "counter.failed");

    private final Vertx vertx;
    private final HttpServer server;
    private final Routes routes;
    private final Duration longest;

    private CounterServer(Vertx vertx, HttpServer server, Routes routes, Duration longest) {
        this.vertx = vertx;
        this.server = server;
        this.routes = routes;
        this.longest = longest;
    }

    /**
     * Starts the server, then the routes.
     *
     * @param entrance the way in for whoever connects
     * @param steps what the routes call, by name
     * @throws SettingsException when the port cannot be listened at
     */
    static CounterServer start(
            Settings settings, CounterTls tls, Entrance entrance, Routes routes, Map<String, Processor> steps) {
        CounterSettings counter = settings.counter();
        Vertx vertx = entrance.vertx(new VertxOptions().setWorkerPoolSize(counter.atOnce()));
        try {
            Router router = Router.router(vertx);
            router.route().handler(CounterServer::comesIn);
            router.errorHandler(GONE, context -> {
                // there is nobody to tell
            });
            REFUSED_EARLY.forEach(
                    (status, code) -> router.errorHandler(status, context -> refuse(context.request(), status, code)));
            routes.context()
                    .getRegistry()
                    .bind(VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO, platform(vertx, router));
            routes.add(settings.home(), ROUTES, Map.copyOf(steps));
            HttpServerOptions options = tls.options()
                    .setHost(counter.host())
                    .setPort(counter.port())
                    .setMaxFormAttributeSize(0)
                    .setMaxInitialLineLength(MOST_HEAD)
                    .setMaxHeaderSize(MOST_HEAD)
                    .setIdleTimeout((int) counter.connections().idleFor().toMillis())
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
            HttpServer server = vertx.createHttpServer(options)
                    .connectionHandler(entrance::guard)
                    .invalidRequestHandler(CounterServer::isNone)
                    .requestHandler(router)
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            return new CounterServer(vertx, server, routes, settings.magda().questionWithin());
        } catch (CompletionException e) {
            vertx.close();
            throw new SettingsException("The counter cannot listen on " + counter.host() + " port " + counter.port()
                    + ". Another zeef serve may be running; stop it, or set another port.");
        }
    }

    private static VertxPlatformHttpRouter platform(Vertx vertx, Router router) {
        String name = VertxPlatformHttpRouter.PLATFORM_HTTP_ROUTER_NAME_ZERO;
        return new VertxPlatformHttpRouter(null, vertx, router, name) {
            @Override
            public BodyHandler bodyHandler() {
                return BodyHandler.create(false).setBodyLimit(MOST_BYTES);
            }
        };
    }

    /** A path is what it says: one that would have to be undone first (dots, escapes) leads nowhere. */
    private static void comesIn(RoutingContext context) {
        HttpServerRequest request = context.request();
        context.addEndHandler(ended -> Entrance.doorOf(request).answered());
        context.response().putHeader("Cache-Control", "no-store");
        if (PLAIN.matcher(request.path()).matches()) {
            context.next();
        } else {
            context.fail(404);
        }
    }

    private static void isNone(HttpServerRequest request) {
        request.response().putHeader("Cache-Control", "no-store");
        if (request.decoderResult().cause() instanceof FramingFault fault) {
            refuse(request, fault.status(), fault.code());
        } else {
            refuse(request, 400, "counter.http");
        }
    }

    private static void refuse(HttpServerRequest request, int status, String code) {
        Entrance.doorOf(request).refused();
        String accepted =
                Optional.ofNullable(request.getHeader("Accept-Language")).orElse("");
        Problem problem = Problem.of(status, Finding.fatal(code, Location.WHOLE), accepted);
        request.response().setStatusCode(status);
        CounterRefusal.headers(problem).forEach(request.response()::putHeader);
        if (status == 405) {
            request.response().putHeader("Allow", request.path().equals("/health") ? "GET" : "POST");
        }
        request.response().end(problem.body());
    }

    /** The port it listens at, which the settings may have left open. */
    int port() {
        return server.actualPort();
    }

    /** Takes no more questions, waits for those under way, then stops listening. */
    @Override
    public void close() {
        try {
            for (var route : routes.context().getRoutes()) {
                if (route.getRouteId().startsWith("counter-")) {
                    routes.context()
                            .getRouteController()
                            .stopRoute(route.getRouteId(), longest.toSeconds(), TimeUnit.SECONDS);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("the counter's routes did not stop", e);
        } finally {
            server.close().toCompletionStage().toCompletableFuture().join();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
