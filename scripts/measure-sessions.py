#!/usr/bin/env python3
"""Measures every bundled session as it is rendered, with ffmpeg's meter, and writes a page of it.

    measure-sessions.py PAGE            all of them
    measure-sessions.py PAGE NAME…      only these, printed and not written

Needs letgo and the example without_words, both built for release, and ffmpeg. Exits with 1 if a limit is passed.
"""
import array
import concurrent.futures
import json
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LETGO = ROOT / "target" / "release" / "letgo"
WITHOUT_WORDS = ROOT / "target" / "release" / "examples" / "without_words"
# The limits of docs/sound.md.
CEILING, RISE, FLOOR, PEAK, UNDER = -14.0, 12.0, -32.0, -1.0, 15.0
TOLERANCE = 0.1
PART = 1800


def letgo(*args):
    return subprocess.run([LETGO, *args], check=True, capture_output=True, text=True).stdout


def meter(path):
    """Momentary loudness every 100 ms, integrated loudness and true peak, by ffmpeg."""
    command = ["ffmpeg", "-nostats", "-i", path, "-af",
               "ebur128=peak=true:metadata=1,ametadata=print:key=lavfi.r128.M:file=-", "-f", "null", "-"]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)
    momentary = [max(-120.0, float(value)) for value in re.findall(r"lavfi\.r128\.M=(\S+)", ran.stdout)]
    summary = ran.stderr[ran.stderr.rindex("Summary:"):]
    number = lambda label: float(re.search(rf"^\s*{label}:\s+(\S+)", summary, re.M).group(1))
    return momentary, number("I"), number("Peak")


def largest_rise(momentary):
    """Over the loudest 400 ms that had ended before, within the three seconds before; counted from the floor."""
    return max(now - max([FLOOR, *momentary[max(0, at - 30):max(0, at - 3)]]) for at, now in enumerate(momentary))


def edges_are_silent(path):
    """Whether the first and last 100 ms of a file of floating point hold nothing but zeros."""
    edge = 4800 * 2 * 4
    with open(path, "rb") as file:
        file.seek(12)
        # The chunks before the sound: its chapters are among them, and speak of "data" too.
        while (chunk := file.read(8))[:4] != b"data":
            size = int.from_bytes(chunk[4:], "little")
            file.seek(size + size % 2, os.SEEK_CUR)
        begin = file.read(edge)
        file.seek(-edge, os.SEEK_END)
        return not any(array.array("f", begin)), not any(array.array("f", file.read(edge)))


def mean_power(momentary, spans):
    """The mean power of the 400 ms that lie within spans of seconds, in LUFS; none if none does."""
    chosen = [value for at, value in enumerate(momentary) if any(a + 0.4 <= (at + 1) / 10 <= b for a, b in spans)]
    return 10 * math.log10(sum(10 ** (value / 10) for value in chosen) / len(chosen)) if chosen else None


def over_bed(name, show, momentary):
    """How far words stand over all else while they sound, in LU: none where nothing is said, or nothing else sounds."""
    rate = show["sample_rate"]
    said = [event for event in show["events"] if event["kind"] == "say"]
    spans = [(event["start_frame"] / rate, (event["start_frame"] + event["length_frames"]) / rate) for event in said]
    words = mean_power(momentary, spans)
    if words is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "under.wav")
        subprocess.run([WITHOUT_WORDS, name, path], check=True)
        under = mean_power(meter(path)[0], spans)
    return None if under < -90 else words - under


def measure(name):
    show = json.loads(letgo("show", name, "--json"))
    length = show["length_frames"] / show["sample_rate"]
    # Of a whole night the beginning and the end; what lies between is more of the same.
    parts = [(0, length)] if length <= 2 * PART else [(0, PART), (length - PART, length)]
    row = {"name": name, "length": length, "sleep": show["ends_in"] == "sleep"}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for start, end in parts:
            path = os.path.join(folder, "part.wav")
            letgo("render", name, "-o", path, "--from", f"{start:.6f}s", "--to", f"{end:.6f}s", "--samples", "float", "--force")
            found.append((*meter(path), *edges_are_silent(path)))
    row["integrated"] = found[0][1]
    row["peak"] = max(part[2] for part in found)
    row["loudest"] = max(max(part[0]) for part in found)
    row["rise"] = max(largest_rise(part[0]) for part in found)
    row["silent"] = found[0][3] and found[-1][4]
    row["over"] = over_bed(name, show, found[0][0]) if len(parts) == 1 else None
    return row


def wrong(row):
    """Which limits a session passes."""
    limits = {
        "true peak": row["peak"] > PEAK,
        "loudest 400 ms": row["loudest"] > CEILING + TOLERANCE,
        "rise": row["rise"] > RISE + TOLERANCE,
        "words over bed": row["over"] is not None and row["over"] < UNDER,
        "silent edges": not row["silent"],
    }
    return [name for name, passed in limits.items() if passed]


def clock(seconds):
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


HEAD = """# Measured sound of the bundled sessions

`make measures` renders every session and measures the file with ffmpeg's `ebur128`; what is under the words is measured on a
second render, from which the words were taken out and nothing else. [sound.md](sound.md) says what the limits are.

- *loudest*: the loudest 400 ms (momentary loudness). At most -14 LUFS.
- *rise*: how far 400 ms stand above the loudest 400 ms that had ended before, within the last three seconds, counted from
  -32 LUFS. At most 12 LU.
- *words over bed*: mean power while words sound, against that of everything else in the same places. At least 15 LU.
- *edges*: whether the first and the last 100 ms are silent to the last bit.

Of a night the first and the last half hour are measured.

| session | length | ends in | integrated, LUFS | true peak, dBTP | loudest, LUFS | rise, LU | words over bed, LU | edges |
|---|---|---|---|---|---|---|---|---|
"""


def line(row):
    over = "" if row["over"] is None else f"{row['over']:.1f}"
    return (f"| {row['name']} | {clock(row['length'])} | {'sleep' if row['sleep'] else 'waking'} | {row['integrated']:.1f} "
            f"| {row['peak']:.1f} | {row['loudest']:.1f} | {max(0, row['rise']):.1f} | {over} "
            f"| {'silent' if row['silent'] else 'NOT SILENT'} |")


def main():
    page, names = sys.argv[1], sys.argv[2:]
    # Alike on every machine: without its owner's settings, voices and speech programs.
    with tempfile.TemporaryDirectory() as home:
        os.environ.update({"HOME": home, "LETGO_SPEECH": "none"})
        for variable in [name for name in os.environ if name.startswith("XDG_")]:
            del os.environ[variable]
        renew(page, names)


def renew(page, names):
    every = [session["name"] for session in json.loads(letgo("list", "--json"))["sessions"]]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        rows = list(pool.map(measure, names or every))
    table = HEAD + "".join(line(row) + "\n" for row in rows)
    if names:
        print(table)
    else:
        pathlib.Path(page).write_text(table)
    passed = [f"{row['name']}: {', '.join(wrong(row))}" for row in rows if wrong(row)]
    if passed:
        sys.exit("past the limits: " + "; ".join(passed))


if __name__ == "__main__":
    main()
