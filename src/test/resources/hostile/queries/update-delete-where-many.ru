# Ten thousand triple patterns to delete by.
# expect: 204|503
PREFIX h: <https://example.org/hostile/>
DELETE WHERE { GRAPH <urn:hostile> { [[10000 times: ?s h:next ?x{i} . ]] } }
