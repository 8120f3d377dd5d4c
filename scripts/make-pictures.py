#!/usr/bin/env python3
"""Pictures of the real screen, for the README: runs letgo in a terminal of 80 by 24 without sound, and writes what the
terminal shows, colours and all, as SVG into docs/pictures.

    make pictures            or: scripts/make-pictures.py [PROGRAM [NAME…]]

Needs tmux. Each picture is taken at a place of a bundled session, so that two runs show nearly the same.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
COLUMNS, ROWS = 80, 24


class Picture:
    """What is typed; keys that are pressed once words are shown; the words that the screen shows when it is taken."""

    def __init__(self, title, line, *, keys=(), shows, whole=True):
        self.title, self.line, self.keys, self.shows, self.whole = title, line, keys, shows, whole


PLAY = "letgo play {} --silent --speak-cautions never --from {}"
PICTURES = {
    "tonight": Picture("Tonight, on a first evening", "letgo", shows=r"Enter begins"),
    "breath": Picture(
        "Led breath: a shape that grows and shrinks",
        PLAY.format("even-breath", "5:36"),
        keys=[("space begins", "Space")],
        shows=r"(?s)█{14}.*\b[Oo]ut\b",
    ),
    "massage": Picture(
        "A step of self-massage, with its place on the body",
        PLAY.format("neck-and-shoulders", "1:50"),
        keys=[("space begins", "Space")],
        shows=r"top of your left shoulder",
    ),
    "captions": Picture(
        "Captions: what is said, in letters as large as fit",
        PLAY.format("belly", "0:05") + " --guide captions",
        keys=[("space begins", "Space")],
        shows=r"(?s)(.*[▙▛▜▟].*\n){5}",
    ),
    "show": Picture(
        "letgo show: the course of a session",
        "letgo show let-go-of-the-day | sed -n '/^words/,$p' | head -n 20",
        shows=r"(?s)underneath.*\$$",
        whole=False,
    ),
    "plain": Picture(
        "The plain guide, for screen readers",
        PLAY.format("even-breath", "5:20") + " --guide plain",
        # What stands above is wiped away.
        keys=[("as quiet as you can", "-R")],
        shows=r"(.*\n){8}",
        whole=False,
    ),
}

# Sizes in pixels, of a monospace face whose letters are 0.6 of their height wide: textLength holds every face to it.
SIZE, WIDTH, HEIGHT, MARGIN = 15, 9, 19, 15
GROUND, INK = "#14110f", "#c8b9a6"
# Blocks are drawn as such, so that they meet; how much of the ink each has.
BLOCKS = {"█": 1, "▓": 0.75, "▒": 0.5, "░": 0.25}
# Of those that fill quarters, which: upper left, upper right, lower left, lower right.
QUARTERS = dict(zip("▘▝▖▗▀▄▌▐▚▞▙▛▜▟", "1000 0100 0010 0001 1100 0011 1010 0101 1001 0110 1011 1110 1101 0111".split()))
SIXTEEN = (
    "#000000 #b5654a #8a9a5b #c9a05a #7d7468 #a87f77 #8c9c8c #c8b9a6 "
    "#6b6259 #d08468 #a5b573 #e0bd7c #9a9083 #c39b92 #a8b8a8 #f0e6d8"
).split()


def palette(number):
    """A colour of the 256 that terminals agree on."""
    if number < 16:
        return SIXTEEN[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    number -= 16
    steps = [0, 95, 135, 175, 215, 255]
    return "#" + "".join(f"{steps[part]:02x}" for part in (number // 36, number // 6 % 6, number % 6))


class Style:
    """How letters look."""

    def __init__(self):
        self.ink = self.ground = None
        self.bold = self.faint = self.italic = self.under = self.turned = False

    def copy(self):
        other = Style()
        other.__dict__.update(self.__dict__)
        return other

    def obey(self, codes):
        """Takes the numbers of one `ESC [ … m`."""
        codes = [int(code or 0) for code in codes.replace(":", ";").split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.__init__()
            elif code in (1, 2, 3, 4, 7):
                setattr(self, {1: "bold", 2: "faint", 3: "italic", 4: "under", 7: "turned"}[code], True)
            elif code == 22:
                self.bold = self.faint = False
            elif code in (23, 24, 27):
                setattr(self, {23: "italic", 24: "under", 27: "turned"}[code], False)
            elif code in (38, 48):
                setattr(self, "ink" if code == 38 else "ground", self.long(codes))
            elif code in (39, 49):
                setattr(self, "ink" if code == 39 else "ground", None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.ink = palette(code - 30 if code < 90 else code - 82)
            elif 40 <= code <= 47 or 100 <= code <= 107:
                self.ground = palette(code - 40 if code < 100 else code - 92)

    @staticmethod
    def long(codes):
        if codes.pop(0) == 5:
            return palette(codes.pop(0))
        return "#" + "".join(f"{codes.pop(0):02x}" for _ in range(3))

    def colours(self):
        ink, ground = self.ink or INK, self.ground
        return (ground or GROUND, ink) if self.turned else (ink, ground)

    def attributes(self):
        ink, _ = self.colours()
        text = "" if ink == INK else f' fill="{ink}"'
        text += ' font-weight="bold"' if self.bold else ""
        text += ' opacity="0.6"' if self.faint else ""
        text += ' font-style="italic"' if self.italic else ""
        return text + (' text-decoration="underline"' if self.under else "")


def columns(text):
    """How many columns of a terminal it takes."""
    wide = [letter for letter in text if not unicodedata.combining(letter)]
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in wide)


def runs(line, style):
    """The stretches of a line that look the same: text and style. The style goes on from line to line."""
    found = []
    for part in re.split(r"(\x1b\[[0-9;:]*[A-Za-z])", line):
        if part.startswith("\x1b["):
            if part.endswith("m"):
                style.obey(part[2:-1])
        elif part:
            found.append((part, style.copy()))
    return found


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def svg(lines, title):
    """A picture of these lines."""
    width, height = 2 * MARGIN + COLUMNS * WIDTH, 2 * MARGIN + len(lines) * HEIGHT
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(width)} {number(height)}" '
        f'width="{number(width)}" height="{number(height)}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>',
        f'<g font-family="ui-monospace, \'DejaVu Sans Mono\', Menlo, Consolas, monospace" font-size="{SIZE}" '
        f'fill="{INK}">',
    ]
    for row, line in enumerate(lines):
        column = 0
        for text, style in line:
            out += drawn(row, column, text, style)
            column += columns(text)
    return "\n".join(out + ["</g>", "</svg>", ""])


def drawn(row, column, run, style):
    """What one stretch looks like."""
    out = []
    top = MARGIN + row * HEIGHT
    _, ground = style.colours()
    if ground and ground != GROUND:
        x, wide = MARGIN + column * WIDTH, columns(run) * WIDTH
        out.append(f'<rect x="{number(x)}" y="{top}" width="{number(wide)}" height="{HEIGHT}" fill="{ground}"/>')
    for part in re.finditer(r"█+|▓+|▒+|░+", run):
        x, wide = MARGIN + (column + columns(run[: part.start()])) * WIDTH, len(part.group()) * WIDTH
        ink, much = style.colours()[0], BLOCKS[part.group()[0]]
        out.append(
            f'<rect x="{number(x)}" y="{top}" width="{number(wide)}" height="{HEIGHT}" fill="{ink}"'
            + ("/>" if much == 1 else f' fill-opacity="{much}"/>')
        )
    # Quarters that lie side by side are one piece: seams would be seen.
    for half in (0, 1):
        filled = "".join(QUARTERS.get(letter, "0000")[2 * half : 2 * half + 2] for letter in run)
        for part in re.finditer("1+", filled):
            x, wide = MARGIN + (column + part.start() / 2) * WIDTH, len(part.group()) * WIDTH / 2
            out.append(
                f'<rect x="{number(x)}" y="{number(top + half * HEIGHT / 2)}" width="{number(wide)}" '
                f'height="{number(HEIGHT / 2)}" fill="{style.colours()[0]}"/>'
            )
    run = re.sub(r"[█▓▒░▘▝▖▗▀▄▌▐▚▞▙▛▜▟]", " ", run)
    # Words that stand apart are placed each for itself, whatever becomes of blanks in an SVG.
    for part in re.finditer(r"\S+(?: \S+)*", run):
        x = MARGIN + (column + columns(run[: part.start()])) * WIDTH
        wide = columns(part.group()) * WIDTH
        out.append(
            f'<text x="{number(x)}" y="{number(top + 0.75 * HEIGHT)}" textLength="{number(wide)}" '
            f'lengthAdjust="spacingAndGlyphs"{style.attributes()}>{escape(part.group())}</text>'
        )
    return out


def plain(lines):
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines).rstrip("\n")


class Terminal:
    """A terminal at a home that nobody has lived in, without a sound device."""

    def __init__(self, program, folder):
        self.socket = str(Path(folder) / "tmux")
        home, card = Path(folder) / "home", Path(folder) / "no-card.conf"
        home.mkdir()
        card.write_text("")
        environment = {
            "HOME": str(home),
            "PATH": f"{Path(program).resolve().parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
            "LANG": "C.UTF-8",
            "SHELL": "/bin/sh",
            "PS1": "$ ",
            "LETGO_SPEECH": "none",
            "ALSA_CONFIG_PATH": str(card),
            "XDG_RUNTIME_DIR": "/nonexistent",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent",
        }
        size = ["-x", str(COLUMNS), "-y", str(ROWS)]
        self.tmux("new-session", "-d", *size, "-c", str(home), "sh", environment=environment)

    def tmux(self, *args, environment=None):
        command = ["tmux", "-S", self.socket, "-f", "/dev/null", *args]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    def type(self, line):
        self.tmux("send-keys", "-l", line)
        self.tmux("send-keys", "Enter")

    def lines(self):
        style = Style()
        return [runs(line, style) for line in self.tmux("capture-pane", "-e", "-p").split("\n")[:ROWS]]

    def until(self, what, pattern):
        """Waits for words; gives the screen that has them."""
        ends = time.monotonic() + 60
        while time.monotonic() < ends:
            lines = self.lines()
            if re.search(pattern, plain(lines)):
                return lines
            time.sleep(0.1)
        raise SystemExit(f"{what} is never shown:\n{plain(self.lines())}")

    def end(self):
        subprocess.run(["tmux", "-S", self.socket, "kill-server"], check=False)


def take(program, name):
    picture = PICTURES[name]
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(program, folder)
        try:
            terminal.type(f"clear; {picture.line}")
            for words, key in picture.keys:
                terminal.until(words, re.escape(words))
                terminal.tmux("send-keys", key)
            lines = terminal.until(name, picture.shows)
        finally:
            terminal.end()
    # Without what is empty below it, and the shell.
    while not picture.whole and lines and plain(lines[-1:]) in ("", "$"):
        lines.pop()
    text = svg(lines, picture.title)
    for word in (str(ROOT), folder):
        if word in text:
            raise SystemExit(f"{name}: a path of this machine is in the picture")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.svg").write_text(text)
    print(f"docs/pictures/{name}.svg  {len(text) / 1000:.1f} kB")


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else ROOT / "target" / "release" / "letgo"
    for name in sys.argv[2:] or PICTURES:
        take(program, name)


if __name__ == "__main__":
    main()
