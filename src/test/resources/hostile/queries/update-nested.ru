# Groups in groups.
# expect: 400
# limit: nesting
INSERT { ?s ?p ?o } WHERE [[10000 times: {]] ?s ?p ?o [[10000 times: }]]
