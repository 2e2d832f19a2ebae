package stemma.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Sends answers that are kept, ahead of the routes, whose way costs more than to find such an answer and send it: on the thread
 * that looks for requests, as nothing is waited for. All other requests, and those with anything unusual about them, go on to the
 * routes, on a thread of their own.
 */
final class KeptHandler extends Handler.Wrapper {
    private final Answers answers;

    KeptHandler(Answers answers) {
        this.answers = answers;
    }

    /** Here nothing blocks, whatever the routes do. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Optional<Reply> reply = mayBeKept(request) ? answers.kept(request, response.getHeaders()) : Optional.empty();
        if (reply.isEmpty()) {
            request.getContext().execute(() -> goOn(request, response, callback));
            return true;
        }
        Guards.mark(response.getHeaders(), Guards.newRequestId());
        response.setStatus(reply.get().status());
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, isHead ? BufferUtil.EMPTY_BUFFER : reply.get().body(), callback);
        return true;
    }

    private void goOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    private static boolean mayBeKept(Request request) {
        HttpFields headers = request.getHeaders();
        return (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))
                && request.getLength() <= 0
                && !headers.contains(HttpHeader.CONTENT_ENCODING)
                && !headers.contains(HttpHeader.TRANSFER_ENCODING)
                && !headers.contains(HttpHeader.EXPECT)
                && !Guards.asksForAnotherMethod(request);
    }
}
