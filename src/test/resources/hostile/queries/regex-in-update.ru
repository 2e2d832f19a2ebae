# A regular expression in an update.
# expect: 503
# limit: timeout
INSERT { <urn:x> <urn:y> <urn:z> } WHERE { BIND ("[[300 times: a]]!" AS ?x) FILTER (REGEX(?x, "^(((a{1,100}){1,100}){1,100}){1,100}b")) }
