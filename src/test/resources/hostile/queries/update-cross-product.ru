# A cross product, written down.
# expect: 503
INSERT { ?a ?e ?f } WHERE { ?a ?b ?c . ?d ?e ?f }
