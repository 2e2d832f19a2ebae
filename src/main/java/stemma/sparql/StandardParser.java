package stemma.sparql;

import java.io.IOException;
import java.io.Reader;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.lang.SPARQLParser;
import org.apache.jena.sparql.lang.sparql_12.javacc.JavaCharStream;
import org.apache.jena.sparql.lang.sparql_12.javacc.ParseException;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12;
import org.apache.jena.sparql.lang.sparql_12.javacc.SPARQLParser12TokenManager;
import org.apache.jena.sparql.lang.sparql_12.javacc.TokenMgrError;

/**
 * ARQ's parser of the standard's queries, reading the text where it is: ARQ's own way to it takes buffers of 50 KB for each
 * query, and is told of its end by exceptions that name all callers.
 */
final class StandardParser extends SPARQLParser {
    /** @throws QueryException of whatever cannot be read, as ARQ's own parsers do */
    @Override
    protected Query parse$(Query query, String text) {
        SPARQLParser12 parser = new SPARQLParser12(new SPARQLParser12TokenManager(new Characters(text)));
        query.setSyntax(Syntax.syntaxSPARQL_12);
        query.setStrict(true);
        parser.setQuery(query);
        try {
            parser.QueryUnit();
        } catch (ParseException e) {
            throw new QueryParseException(e.getMessage(), e.currentToken.beginLine, e.currentToken.beginColumn);
        } catch (TokenMgrError e) {
            throw new QueryParseException(e.getMessage(), parser.token.endLine, parser.token.endColumn);
        } catch (QueryException e) {
            throw e;
        } catch (JenaException e) {
            throw new QueryException(e.getMessage(), e);
        } catch (Error e) {
            throw new QueryParseException(e.getMessage(), e, -1, -1);
        }
        return query;
    }

    /** A text, and of what was read the part that the parser may go back to: a token, which makes more room where it is long. */
    private static final class Characters extends JavaCharStream {
        private static final int ROOM = 256;

        Characters(String text) {
            super(Reader.nullReader(), 1, 1, ROOM);
            nextCharBuf = text.toCharArray();
            maxNextCharInd = nextCharBuf.length;
        }

        /** All was there from the beginning, so this is the end. */
        @Override
        protected void FillBuff() throws IOException {
            if (bufpos == 0) {
                bufline[bufpos] = line;
                bufcolumn[bufpos] = column;
            } else {
                bufpos--;
                backup(0);
            }
            throw new End();
        }
    }

    private static final class End extends IOException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
