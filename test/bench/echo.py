"""A contender that takes no time: answers each line with itself, or quits when told to."""
import sys

for count, line in enumerate(sys.stdin, 1):
    if line.strip() == "quit":
        sys.exit(3)
    print(0.25, line.strip(), count, flush=True)
