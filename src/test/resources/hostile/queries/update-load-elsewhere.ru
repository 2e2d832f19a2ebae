# Data from elsewhere.
# expect: 403
LOAD <http://127.0.0.1:9/> INTO GRAPH <urn:x>
