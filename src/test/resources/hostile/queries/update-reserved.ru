# What the server keeps.
# expect: 403
INSERT DATA { GRAPH <https://w3id.org/stemma/graph/derived> { <urn:s> <urn:p> <urn:o> } }
