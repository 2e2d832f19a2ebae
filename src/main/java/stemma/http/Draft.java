package stemma.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import stemma.sparql.AnswerHead;

/** An answer to a query: held back while it is small, for it may be kept; sent as it comes where it is not. */
final class Draft extends OutputStream {
    private static final int SMALL = 1 << 16;

    private final Outlet outlet;
    private AnswerHead head;
    private ByteArrayOutputStream held = new ByteArrayOutputStream(4096);
    private OutputStream sent;

    Draft(Outlet outlet) {
        this.outlet = outlet;
    }

    OutputStream open(AnswerHead answer) {
        head = answer;
        return this;
    }

    /** Sends what was not sent yet, when all of the answer is there. */
    void send(Context ctx, Answers answers) throws IOException {
        if (sent == null && head.state().isPresent() && isRead(ctx)) {
            answers.sendMade(
                    ctx, head.contentType(), held.toByteArray(), head.state().get());
            return;
        }
        if (sent == null) {
            stream();
        }
        outlet.end();
    }

    private static boolean isRead(Context ctx) {
        return ctx.method().equals(HandlerType.GET) || ctx.method().equals(HandlerType.HEAD);
    }

    private void stream() throws IOException {
        sent = outlet.open(head.contentType());
        held.writeTo(sent);
        held = null;
    }

    @Override
    public void write(int character) throws IOException {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (sent == null && held.size() + length <= SMALL) {
            held.write(bytes, from, length);
            return;
        }
        if (sent == null) {
            stream();
        }
        sent.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (sent != null) {
            sent.flush();
        }
    }
}
