# More than may be sent.
# expect: 413
INSERT DATA { [[1000000 times: <urn:s> <urn:p> "{i}" . ]] }
