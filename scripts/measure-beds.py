#!/usr/bin/env python3
"""Measures every synthesised bed with tools that aren't ours, and draws its spectrogram.

    measure-beds.py [--minutes N] [--hear PROGRAM] [--only NAME,NAME]
    measure-beds.py --beside

Renders N minutes of each bed, or of those that are named (60 if nothing is said; a tone is steady, and has one), and
renews their rows of the table in docs/beds.md and their pictures in docs/spectrograms/. Loudness is ffmpeg's ebur128;
levels of bands and pictures are sox's; the rest is arithmetic of its own here. PROGRAM is the example hear_synth;
without it cargo builds and runs it.

With --beside it measures the same of recordings from Debian's archive, which are fetched for that and not kept, and renews
their table.
"""
import argparse
import array
import cmath
import concurrent.futures
import math
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "beds.md"
PICTURES = ROOT / "docs" / "spectrograms"
RATE = 48_000
RAW = ["-t", "f32", "-r", str(RATE), "-c", "2"]
NOISES = ["brown", "pink", "rain", "sea", "wind", "stream", "fire", "night"]
TONAL = ["drone", "bowl", "heartbeat"]
TONES = ["tone", "monaural", "binaural", "isochronic"]
WINDOW = 8192
# Recordings in games of Debian, all CC-BY-SA: of which bed, the package, the file.
RECORDINGS = [
    ("rain", "flare-game", "mods/empyrean_campaign/soundfx/environment/rain.ogg"),
    ("rain", "megaglest-data", "tilesets/birch_forest/sounds/rain.ogg"),
    ("wind", "flare-game", "mods/fantasycore/soundfx/environment/wind_loop.ogg"),
    ("wind", "megaglest-data", "tilesets/winter/sounds/wind.ogg"),
    ("stream", "flare-game", "mods/fantasycore/soundfx/environment/river_loop.ogg"),
    ("stream", "minetest-data", "env_sounds/sounds/env_sounds_water.1.ogg"),
    ("fire", "flare-game", "mods/fantasycore/soundfx/environment/open_fire_loop.ogg"),
    ("night", "megaglest-data", "tilesets/birch_forest/sounds/night.ogg"),
]


def tool(args, **options):
    """What a program says, which must do well."""
    done = subprocess.run(args, capture_output=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{args[0]} failed: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout, done.stderr.decode(errors="replace")


def loudness(hear, name, seconds):
    """Integrated LUFS, and momentary LUFS every 100 ms, by ffmpeg."""
    source = subprocess.Popen([hear, name, str(seconds)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    found = meter(["-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", "-"], stdin=source.stdout)
    source.stdout.close()
    source.wait()
    return found


def meter(source, **options):
    """The same of what ffmpeg reads."""
    _, said = tool(["ffmpeg", "-hide_banner", "-nostats", *source, "-af", "ebur128", "-f", "null", "-"], **options)
    momentary = [float(value) for value in re.findall(r"\bM:\s*(-?[\d.]+|-inf)", said)][3:]
    integrated = float(re.findall(r"\bI:\s*(-?[\d.]+) LUFS", said)[-1])
    return integrated, momentary


def largest_rise(momentary):
    """By how many LU it rises above the loudest of the three seconds before."""
    return max(momentary[i] - max(momentary[i - 30 : i]) for i in range(30, len(momentary)))


def rms(path, band):
    """The level of a band in dB, by sox; of everything without one."""
    # Steep edges: by default they would be 1.2 kHz wide.
    edge = max(int(band.split("-")[0]) // 8, 10) if band else 0
    effects = ["sinc", "-a", "80", "-t", str(edge), band, "stats"] if band else ["stats"]
    _, said = tool(["sox", path, "-n", *effects])
    return float(re.search(r"RMS lev dB\s+(-?[\d.]+)", said).group(1))


def slope(path):
    """dB an octave of the power density, a line through the octaves from 125 Hz to 4 kHz."""
    levels = []
    for octave in range(6):
        middle = 125 * 2**octave
        low, high = middle / math.sqrt(2), middle * math.sqrt(2)
        levels.append(rms(path, f"{low:.0f}-{high:.0f}") - 10 * math.log10(high - low))
    x = statistics.mean(range(6))
    y = statistics.mean(levels)
    return sum((i - x) * (level - y) for i, level in enumerate(levels)) / sum((i - x) ** 2 for i in range(6))


def fft(values):
    """The discrete Fourier transform; the length is a power of two."""
    count = len(values)
    if count == 1:
        return list(values)
    even, odd = fft(values[::2]), fft(values[1::2])
    half = [cmath.exp(-2j * math.pi * i / count) * odd[i] for i in range(count // 2)]
    return [e + o for e, o in zip(even, half)] + [e - o for e, o in zip(even, half)]


def sharpest(path):
    """How far the sharpest peak from 120 Hz on stands above the median of what is around it: dB, and its place in Hz."""
    raw, _ = tool(["sox", path, *RAW[:2], "-c", "1", "-"])
    samples = array.array("f", raw)
    power = [0.0] * (WINDOW // 2)
    hann = [0.5 - 0.5 * math.cos(2 * math.pi * i / WINDOW) for i in range(WINDOW)]
    step = max(len(samples) // 90, WINDOW)
    for start in range(0, len(samples) - WINDOW, step):
        spectrum = fft([samples[start + i] * hann[i] for i in range(WINDOW)])
        for i in range(WINDOW // 2):
            power[i] += abs(spectrum[i]) ** 2
    best = (-math.inf, 0.0)
    for i in range(120 * WINDOW // RATE, 12_000 * WINDOW // RATE):
        reach = max(int(i * 0.12), 8)
        around = statistics.median(power[max(i - reach, 1) : i + reach])
        best = max(best, (10 * math.log10(max(power[i], 1e-30) / max(around, 1e-30)), i * RATE / WINDOW))
    return best


def repeats(momentary):
    """The largest autocorrelation of loudness over lags from a minute to half of the whole, and its lag in seconds."""
    mean = statistics.mean(momentary)
    count = len(momentary)
    padded = 1 << (2 * count - 1).bit_length()
    spectrum = fft([value - mean for value in momentary] + [0.0] * (padded - count))
    products = fft([abs(value) ** 2 for value in spectrum])
    whole = products[0].real / count
    return max((products[lag].real / (count - lag) / whole, lag / 10) for lag in range(600, count // 2))


def draw(path, name):
    """Its first 90 s, up to 5 kHz, small."""
    mono = path.with_suffix(".mono.wav")
    tool(["sox", path, mono, "remix", "-", "rate", "10000"])
    picture = PICTURES / f"{name}.png"
    look = ["-x", "600", "-y", "160", "-z", "70", "-Z", "-25", "-q", "14", "-d", "90", "-c", "", "-t", name]
    tool(["sox", mono, "-n", "spectrogram", *look, "-o", picture])
    if picture.stat().st_size > 60_000:
        sys.exit(f"{picture} is too large to keep")


def measure(hear, name, minutes):
    """The row of a bed."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bed.wav"
        raw, _ = tool([hear, name, "120"])
        tool(["sox", *RAW, "-", "-e", "float", "-b", "32", path], input=raw)
        draw(path, name)
        steady = name in TONES
        integrated, momentary = loudness(hear, name, 60 if steady else 60 * minutes)
        bright = rms(path, "8000") - rms(path, None)
        over, place = sharpest(path)
        falls = f"{slope(path):.1f}" if name not in TONAL[:2] + TONES else "tones"
        peak = f"{over:.1f} at {place:.0f} Hz" if name in NOISES + ["heartbeat"] else "tones"
        again = "steady" if steady else "{:.2f} at {:.0f} s".format(*repeats(momentary))
        bright = "under -90" if bright < -90 or math.isinf(bright) else f"{bright:.0f}"
        quiet, loud = min(momentary), max(momentary)
        row = [name, f"{integrated:.1f}", f"{quiet:.1f} to {loud:.1f}", f"{largest_rise(momentary):.1f}"]
        print(name, *row[1:], falls, bright, peak, again, sep="  ", file=sys.stderr, flush=True)
        return "| " + " | ".join([*row, falls, bright, peak, again]) + " |"


def beside():
    """Measures the recordings, looped to two minutes as a player would, and renews their table."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for package in sorted({package for _, package, _ in RECORDINGS}):
            tool(["apt-get", "download", package], cwd=folder)
            tool(["dpkg", "-x", str(next(pathlib.Path(folder).glob(f"{package}_*.deb"))), f"{folder}/{package}"])
        for bed, package, file in RECORDINGS:
            recording = next(path for path in pathlib.Path(folder, package).rglob("*") if str(path).endswith(file))
            length, _ = tool(["soxi", "-D", recording])
            path = pathlib.Path(folder) / "recording.wav"
            loop = ["-stream_loop", "-1", "-i", recording, "-t", "120"]
            tool(["ffmpeg", "-v", "error", "-y", *loop, "-ar", str(RATE), "-ac", "2", "-c:a", "pcm_f32le", path])
            integrated, momentary = meter(["-i", path])
            quiet, loud = min(momentary) - integrated, max(momentary) - integrated
            bright = rms(path, "8000") - rms(path, None)
            over, place = sharpest(path)
            row = [bed, f"{package}, `{file.rsplit('/', 1)[-1]}`", f"{float(length):.0f} s", f"{quiet:.1f} to {loud:+.1f}"]
            row += [f"{largest_rise(momentary):.1f}", f"{slope(path):.1f}", f"{bright:.0f}", f"{over:.1f} at {place:.0f} Hz"]
            print(*row, sep="  ", file=sys.stderr, flush=True)
            rows.append("| " + " | ".join(row) + " |")
    head = ["of what", "recording", "comes again after", "softest and loudest, LU", "largest rise, LU"]
    head += ["slope, dB an octave", "above 8 kHz, dB", "sharpest peak, dB"]
    table = "\n".join(["| " + " | ".join(head) + " |", "|---" * len(head) + "|", *rows])
    begin, end = "<!-- recordings -->", "<!-- end of recordings -->"
    page = re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{table}\n{end}", PAGE.read_text(), flags=re.S)
    PAGE.write_text(page)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--hear")
    parser.add_argument("--only", default=",".join(NOISES + TONAL + TONES))
    parser.add_argument("--beside", action="store_true")
    args = parser.parse_args()
    if args.beside:
        return beside()
    hear = args.hear
    if not hear:
        subprocess.run(["cargo", "build", "--release", "--locked", "--example", "hear_synth"], cwd=ROOT, check=True)
        hear = str(ROOT / "target" / "release" / "examples" / "hear_synth")
    PICTURES.mkdir(exist_ok=True)
    page = PAGE.read_text()
    rows = {row.split(" ")[1]: row for row in re.findall(r"^\| \w+ \| -\d.*$", page, flags=re.M)}
    names = args.only.split(",")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows.update(zip(names, pool.map(lambda name: measure(hear, name, args.minutes), names)))
    head = ["bed", "LUFS", "momentary, LUFS", "largest rise, LU", "slope, dB an octave", "above 8 kHz, dB"]
    head += ["sharpest peak, dB", "likest to itself"]
    ordered = [rows[name] for name in NOISES + TONAL + TONES if name in rows]
    table = "\n".join(["| " + " | ".join(head) + " |", "|---" * len(head) + "|", *ordered])
    begin, end = f"<!-- measured over {args.minutes} minutes -->", "<!-- end -->"
    page = re.sub(r"<!-- measured over \d+ minutes -->.*?<!-- end -->", lambda _: f"{begin}\n{table}\n{end}", page, flags=re.S)
    PAGE.write_text(page)


if __name__ == "__main__":
    main()
