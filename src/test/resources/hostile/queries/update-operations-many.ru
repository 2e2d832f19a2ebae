# Fifty thousand operations, the last of which fails.
# expect: 403
[[50000 times: INSERT DATA { <urn:s> <urn:p> {i} } ; ]] LOAD <file:///etc/passwd>
