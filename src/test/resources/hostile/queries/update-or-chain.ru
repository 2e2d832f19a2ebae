# A chain of conditions.
# expect: 204|400|503
INSERT { <urn:s> <urn:p> <urn:o> } WHERE { ?s <urn:nothing> ?o FILTER (?o = 0 [[20000 times: || ?o = {i} ]]) }
