# A regular expression in an update.
# expect: 503
# limit: timeout
INSERT { <urn:x> <urn:y> <urn:z> } WHERE { BIND ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" AS ?x) FILTER (REGEX(?x, "^(a+)+$")) }
