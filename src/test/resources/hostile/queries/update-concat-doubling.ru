# A text that is doubled, written down.
# expect: 503
# limit: value
INSERT { <urn:s> <urn:p> ?s40 } WHERE { BIND ("0123456789" AS ?s0) [[40 times: BIND (CONCAT(?s{i}, ?s{i}) AS ?s{i+1}) ]] }
