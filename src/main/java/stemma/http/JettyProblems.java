package stemma.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stemma.problem.Problem;

/** Answers what Jetty refuses before any of our code sees it, such as a malformed request line, as all else is answered. */
final class JettyProblems extends ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyProblems.class);

    private final Problems problems;

    JettyProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        String id = Guards.newRequestId();
        Problem problem = problems.ofStatus(status, Request.getPathInContext(request));
        // That a client has gone is no fault.
        if (problem instanceof Problem.Internal && !(cause instanceof EofException)) {
            LOG.error("{} {} {}", id, status, message, cause);
        }
        Guards.headers(id).forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.setStatus(problem.kind().status());
        response.write(true, ByteBuffer.wrap(problems.bytes(problem, id)), callback);
    }
}
