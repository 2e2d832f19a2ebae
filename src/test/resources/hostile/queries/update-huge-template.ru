# Ten thousand triples for each row, written down.
# expect: 503
# limit: timeout
INSERT { [[10000 times: ?s <urn:p{i}> {i} . ]] } WHERE { ?s ?p ?o }
