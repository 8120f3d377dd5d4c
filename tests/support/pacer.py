"""A sound card for tests: takes raw sound from ALSA's `file` plugin through a pipe, keeps it, and reads no faster than
a card would. A card that reads nothing for a while is a card that is stuck.

    pacer.py OUT BYTES_A_SECOND
"""
import sys
import time

out, pace = sys.argv[1], float(sys.argv[2])
begun, taken = None, 0
with open(out, "ab", buffering=0) as kept:
    while block := sys.stdin.buffer.read1(4096):
        begun = begun or time.monotonic()
        kept.write(block)
        taken += len(block)
        ahead = taken / pace - (time.monotonic() - begun)
        if ahead > 0:
            time.sleep(ahead)
