# A file.
# expect: 403
LOAD <file:///etc/passwd>
