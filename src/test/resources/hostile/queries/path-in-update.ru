# The same net, written down.
# expect: 503
PREFIX h: <https://example.org/hostile/>
INSERT { ?x h:reaches ?y } WHERE { ?x h:related+ ?y }
