package be.zeef.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One client's session at {@link StrictFtps} (RFC 959, RFC 4217). */
final class FtpsTalk {

    private static final DateTimeFormatter CHANGED = DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ROOT);

    private final SSLContext tls;
    private final String version;
    private final Path root;
    private final Map<String, String> refusals;
    private final AtomicInteger takenUp;
    private Socket commands;
    private BufferedReader in;
    private Path folder;
    private ServerSocket passive;
    private Path from;

    FtpsTalk(
            Socket client,
            SSLContext tls,
            String version,
            Path root,
            Map<String, String> refusals,
            AtomicInteger takenUp)
            throws IOException {
        this.tls = tls;
        this.version = version;
        this.root = root;
        this.folder = root;
        this.refusals = refusals;
        this.takenUp = takenUp;
        over(client);
    }

    private void over(Socket client) throws IOException {
        commands = client;
        in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    }

    void run() throws IOException {
        say("220 strict");
        for (String line = in.readLine(); line != null && !line.equals("QUIT"); line = in.readLine()) {
            int blank = line.indexOf(' ');
            String command = blank < 0 ? line : line.substring(0, blank);
            if (refusals.containsKey(command)) {
                say(refusals.get(command));
            } else {
                obey(command, blank < 0 ? "" : line.substring(blank + 1));
            }
        }
        say("221 bye");
    }

    private void say(String reply) throws IOException {
        commands.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
        commands.getOutputStream().flush();
    }

    private void obey(String command, String argument) throws IOException {
        switch (command) {
            case "AUTH" -> {
                say("234 go on");
                over(sealed(commands));
            }
            case "USER" -> say("331 password");
            case "PASS" -> say("230 in");
            case "PBSZ", "PROT", "TYPE" -> say("200 so be it");
            case "SYST" -> say("215 UNIX Type: L8");
            case "PWD" -> say("257 \"/" + root.relativize(folder) + "\"");
            case "CWD" -> {
                folder = place(argument);
                say("250 there");
            }
            case "MKD" -> say("550 it stands");
            case "PASV" -> listen();
            case "LIST" -> data(out -> out.write(list(place(argument), true).getBytes(UTF_8)));
            case "NLST" -> data(out -> out.write(list(place(argument), false).getBytes(UTF_8)));
            case "RETR" -> data(out -> Files.copy(place(argument), out));
            case "STOR" -> store(place(argument));
            case "DELE" -> {
                Files.delete(place(argument));
                say("250 gone");
            }
            case "RNFR" -> {
                from = place(argument);
                say("350 to what");
            }
            case "RNTO" -> {
                Files.move(from, place(argument), StandardCopyOption.REPLACE_EXISTING);
                say("250 renamed");
            }
            default -> say("502 no");
        }
    }

    private Path place(String name) {
        return name.startsWith("/") ? root.resolve(name.substring(1)) : folder.resolve(name);
    }

    private SSLSocket sealed(Socket below) throws IOException {
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(below, null, below.getPort(), true);
        socket.setUseClientMode(false);
        socket.setNeedClientAuth(true);
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    private void listen() throws IOException {
        passive = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = passive.getLocalPort();
        say("227 at (127,0,0,1," + (port >> 8) + "," + (port & 0xff) + ")");
    }

    @FunctionalInterface
    private interface Sending {
        void to(OutputStream out) throws IOException;
    }

    private void data(Sending content) throws IOException {
        say("150 here it comes");
        try (Socket data = passive.accept();
                SSLSocket sealed = sealed(data)) {
            if (!isTakenUp(sealed)) {
                say(StrictFtps.REFUSED);
                return;
            }
            content.to(sealed.getOutputStream());
        }
        say("226 that was it");
    }

    private void store(Path file) throws IOException {
        say("150 let it come");
        try (Socket data = passive.accept();
                SSLSocket sealed = sealed(data)) {
            if (!isTakenUp(sealed)) {
                say(StrictFtps.REFUSED);
                return;
            }
            Files.copy(sealed.getInputStream(), file, StandardCopyOption.REPLACE_EXISTING);
        }
        say("226 taken");
    }

    /** What takes a session up has the moment that the session began at; no two begin in one millisecond here. */
    private boolean isTakenUp(SSLSocket data) {
        long began = ((SSLSocket) commands).getSession().getCreationTime();
        boolean same = data.getSession().getCreationTime() == began;
        if (same) {
            takenUp.incrementAndGet();
        }
        return same;
    }

    private static String list(Path folder, boolean details) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.sorted().toList();
            StringBuilder text = new StringBuilder();
            for (Path file : all) {
                text.append(details ? details(file) : "")
                        .append(file.getFileName())
                        .append("\r\n");
            }
            return text.toString();
        }
    }

    private static String details(Path file) throws IOException {
        boolean within = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        String kind = Files.isSymbolicLink(file) ? "l" : within ? "d" : "-";
        String changed = CHANGED.format(Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .atZone(ZoneOffset.UTC));
        return kind + "rw-------   1 zeef zeef " + Files.size(file) + " " + changed + " ";
    }
}
