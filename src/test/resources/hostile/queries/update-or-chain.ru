# A chain of conditions, for each pair.
# expect: 503
INSERT { <urn:s> <urn:p> <urn:o> } WHERE { ?s ?p ?o . ?a ?b ?c FILTER (?o = 0 [[20000 times: || ?o = {i} ]]) }
