// Completes the names of the ontology: what is typed as a prefixed name or within < > is looked up among its terms.

const PREFIXED = /^([A-Za-z][\w-]*)?:(.*)$/;

const asIri = (yasqe, text) => {
  if (text.startsWith('<')) return { iri: text.slice(1), write: (iri) => `<${iri}>` };
  const match = PREFIXED.exec(text);
  const namespace = match && yasqe.getPrefixesFromQuery()[match[1] ?? ''];
  return namespace ? { iri: namespace + match[2], write: (iri) => `${match[1] ?? ''}:${iri.slice(namespace.length)}` } : null;
};

/** A completer for YASQE. `fetchTerms` gives the IRIs; they are asked for once. */
export const completer = (fetchTerms) => {
  let terms;
  return {
    name: 'terms',
    bulk: false,
    autoShow: true,
    persistenceId: null,
    isValidCompletionPosition: (yasqe) => asIri(yasqe, yasqe.getCompleteToken().string) !== null,
    preProcessToken: (yasqe, token) => ({ ...token, autocompletionString: asIri(yasqe, token.string)?.iri ?? token.string }),
    get: async (yasqe, token) => {
      terms ??= fetchTerms();
      const wanted = token.autocompletionString.toLowerCase();
      return (await terms).filter((term) => term.toLowerCase().startsWith(wanted)).slice(0, 100);
    },
    postProcessSuggestion: (yasqe, token, term) => asIri(yasqe, token.string)?.write(term) ?? `<${term}>`,
  };
};
