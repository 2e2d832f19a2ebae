package stemma.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Answers queries that were asked before, ahead of the routes, whose way costs more than to find such an answer and send it. A
 * request with anything unusual about it goes on to them.
 */
final class KeptHandler extends Handler.Wrapper {
    private final Answers answers;

    KeptHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Reply> reply = mayBeKept(request) ? answers.kept(request, response.getHeaders()) : Optional.empty();
        if (reply.isEmpty()) {
            return super.handle(request, response, callback);
        }
        Guards.mark(response.getHeaders(), Guards.newRequestId());
        response.setStatus(reply.get().status());
        boolean isHead = HttpMethod.HEAD.is(request.getMethod());
        response.write(true, isHead ? BufferUtil.EMPTY_BUFFER : reply.get().body(), callback);
        return true;
    }

    private static boolean mayBeKept(Request request) {
        HttpFields headers = request.getHeaders();
        return Routes.SPARQL.equals(request.getHttpURI().getPath())
                && request.getHttpURI().getQuery() != null
                && (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))
                && request.getLength() <= 0
                && !headers.contains(HttpHeader.CONTENT_ENCODING)
                && !headers.contains(HttpHeader.TRANSFER_ENCODING)
                && !headers.contains(HttpHeader.EXPECT)
                && !Guards.asksForAnotherMethod(request);
    }
}
