#!/usr/bin/env python3
"""Measures letgo beside other programs: the same work, in the same run, in turns.

    compare.py render    a session to WAV and FLAC, beside an equal mix by ffmpeg
    compare.py memory    the largest resident memory while rendering 10 minutes and 8 hours
    compare.py start     from starting a player to the first sound at a sound server's monitor, beside mpv
    compare.py playing   the share of a core and the memory while playing and paused in a terminal, beside mpv

Needs ffmpeg, mpv and pulseaudio (make bench installs them). Prints Markdown tables.
"""
import contextlib
import fcntl
import json
import os
import pathlib
import pty
import re
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
LETGO = ROOT / "target" / "release" / "letgo"
SESSION = "let-go-of-the-day"
TURNS = 5


def run(args, **options):
    """Wall seconds, CPU seconds and largest resident MB of a command that must do well."""
    begun = time.monotonic()
    process = subprocess.Popen(args, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{args[0]} failed: {said.decode(errors='replace')[-2000:]}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def ffmpeg_graph(show):
    """The equal mix: beds looped, clips at their places, side chain ducking, limiter, fades."""
    length = show["length_frames"] / show["sample_rate"]
    pack = ROOT / "audio" / "voice" / "en"
    clips = {clip["text"]: pack / clip["file"] for clip in json.loads((pack / "pack.json").read_text())["clips"]}
    beds = dict.fromkeys(re.findall(r"track:\s*([\w-]+)", (ROOT / "sessions" / f"{SESSION}.yaml").read_text()))
    inputs, filters = [], []
    for index, bed in enumerate(beds):
        inputs += ["-stream_loop", "-1", "-i", str(ROOT / "audio" / f"{bed}.ogg")]
        filters.append(f"[{index}:a]volume=-18dB[bed{index}]")
    count = len(filters)
    filters.append("".join(f"[bed{i}]" for i in range(count)) + f"amix=inputs={count}:normalize=0,atrim=0:{length}[beds]")
    said = [event for event in show["events"] if event["kind"] == "say" and event["text"] in clips]
    for number, event in enumerate(said):
        inputs += ["-i", str(clips[event["text"]])]
        delay = round(event["start_frame"] * 1000 / show["sample_rate"])
        filters.append(f"[{count + number}:a]aresample=48000,pan=stereo|c0=c0|c1=c0,adelay={delay}|{delay}[c{number}]")
    mixed = "".join(f"[c{i}]" for i in range(len(said)))
    filters.append(f"{mixed}amix=inputs={len(said)}:normalize=0,apad=whole_dur={length},asplit[voice][side]")
    filters.append("[beds][side]sidechaincompress=threshold=0.02:ratio=4:attack=50:release=800[ducked]")
    filters.append(
        "[ducked][voice]amix=inputs=2:normalize=0,alimiter=limit=0.9:level=0,"
        f"afade=in:d=2,afade=out:st={length - 8}:d=8,atrim=0:{length}[out]"
    )
    return inputs, ";".join(filters), len(said), length


def render():
    show = json.loads(subprocess.check_output([LETGO, "show", SESSION, "--json"]))
    inputs, graph, clips, length = ffmpeg_graph(show)
    print(f"{SESSION}: {length / 60:.1f} minutes, {clips} clips. Median of {TURNS} turns.\n")
    print("| format | letgo, s | x real time | MB | ffmpeg, s | x real time | MB | times as fast |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "graph").write_text(graph)
        for ending, codec in (("wav", ["-c:a", "pcm_s16le"]), ("flac", ["-c:a", "flac"])):
            ours, theirs = [], []
            for _ in range(TURNS):
                ours.append(run([LETGO, "render", SESSION, "-o", f"{folder}/ours.{ending}", "--force"]))
                theirs.append(
                    run(["ffmpeg", "-v", "error", "-nostdin", "-y", *inputs, "-filter_complex_script", f"{folder}/graph",
                         "-map", "[out]", *codec, "-ar", "48000", f"{folder}/theirs.{ending}"])
                )
            a, b = statistics.median(o[0] for o in ours), statistics.median(t[0] for t in theirs)
            print(
                f"| {ending} | {a:.2f} | {length / a:.0f} | {max(o[2] for o in ours):.0f} "
                f"| {b:.2f} | {length / b:.0f} | {max(t[2] for t in theirs):.0f} | {b / a:.2f} |"
            )


def memory():
    print("| length | largest resident MB |\n|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for name, length in (("10 minutes", "10m"), ("8 hours", "8h")):
            script = pathlib.Path(folder) / "s.yaml"
            script.write_text(
                "letgo: 1\ntitle: Long\nsound: [ { track: sea }, { track: drone } ]\n"
                f"steps: [ {{ repeat: {{ times: 20, steps: [ {{ say: Hello. }} ] }} }}, {{ pause: {length} }} ]\n"
            )
            _, _, most = run([LETGO, "render", script, "-o", f"{folder}/x.flac", "--force"])
            print(f"| {name} | {most:.1f} |")


class Server:
    """A private PulseAudio with a null sink, and a recorder at its monitor."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        d = self.folder.name
        for name in ("home", "run", "state"):
            os.makedirs(f"{d}/{name}", mode=0o700)
        self.env = dict(os.environ, HOME=f"{d}/home", XDG_RUNTIME_DIR=f"{d}/run", PULSE_RUNTIME_PATH=f"{d}/run",
                        PULSE_STATE_PATH=f"{d}/state", PULSE_SERVER=f"unix:{d}/run/native")
        server = f'{{ type pulse server "unix:{d}/run/native" }}'
        pathlib.Path(f"{d}/home/.asoundrc").write_text(f"pcm.!default {server}\nctl.!default {server}\n")
        self.server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit=1", "--use-pid-file=0",
             "--high-priority=0", "--realtime=0", f"--log-target=file:{d}/pulse.log",
             "-L", f"module-native-protocol-unix auth-anonymous=1 socket={d}/run/native",
             "-L", "module-null-sink sink_name=t rate=48000 channels=2 format=float32le norewinds=1"],
            env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not os.path.exists(f"{d}/run/native"):
            time.sleep(0.02)
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()

    def first_sound(self, args):
        """Seconds from starting a command to the first sound that isn't silence."""
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
        recorder = subprocess.Popen(["parec", "-d", "t.monitor", "--raw", "--format=float32le", "--rate=48000",
                                     "--channels=2", "--latency-msec=5"], env=self.env, stdout=subprocess.PIPE)
        recorder.stdout.read(48_000)
        begun = time.monotonic()
        player = subprocess.Popen(args, env=self.env, **quiet)
        silence = bytes(1920)
        while time.monotonic() - begun < 10:
            if recorder.stdout.read(1920) != silence:
                break
        taken = time.monotonic() - begun
        for process in (player, recorder):
            process.send_signal(signal.SIGKILL)
            process.wait()
        return taken


def start():
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        wav = f"{folder}/x.wav"
        run([LETGO, "render", "first-evening", "-o", wav, "--to", "20s"])
        # Neither may lose by the silence that its sound begins with.
        subprocess.check_call(["ffmpeg", "-v", "error", "-y", "-ss", "0.2", "-i", wav, f"{folder}/y.wav"])
        ours, theirs = [], []
        for _ in range(9):
            ours.append(server.first_sound([LETGO, "play", "first-evening", "--from", "0.2s"]))
            theirs.append(server.first_sound(["mpv", "--no-video", "--no-terminal", f"{folder}/y.wav"]))
        print("| player | to the first sound, ms (median of 9) | fastest | slowest |\n|---|---|---|---|")
        for name, times in (("letgo", ours), ("mpv", theirs)):
            print(f"| {name} | {1000 * statistics.median(times):.0f} | {1000 * min(times):.0f} | {1000 * max(times):.0f} |")


def used(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return ticks / os.sysconf("SC_CLK_TCK"), int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


class Terminal:
    """A program in a terminal of 80 columns and 24 rows that nobody looks at."""

    def __init__(self, args, env):
        self.keys, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        env = {**env, "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        self.player = subprocess.Popen(args, env=env, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        with contextlib.suppress(OSError):
            while os.read(self.keys, 65536):
                pass

    def press(self, keys):
        os.write(self.keys, keys.encode())


def playing(seconds=40):
    """With their screens, in terminals; then paused, and so on the screen still."""
    with Server() as server, tempfile.TemporaryDirectory() as folder:
        wav = f"{folder}/x.wav"
        run([LETGO, "render", SESSION, "-o", wav])
        commands = {
            "letgo": [LETGO, "play", SESSION, "--from", "1m"],
            "letgo, plain lines": [LETGO, "play", SESSION, "--from", "1m", "--guide", "plain"],
            "mpv, the rendered file": ["mpv", "--no-video", "--start=60", wav],
        }
        terminals = {name: Terminal(args, server.env) for name, args in commands.items()}
        time.sleep(3)
        # What there is to know first has been read.
        terminals["letgo"].press(" ")
        time.sleep(5)
        shares = {}
        for state in ["playing", "paused"]:
            before = {name: used(it.player.pid)[0] for name, it in terminals.items()}
            time.sleep(seconds)
            after = {name: used(it.player.pid)[0] for name, it in terminals.items()}
            shares[state] = {name: 100 * (after[name] - before[name]) / seconds for name in terminals}
            for name, it in terminals.items():
                it.press("\n" if "plain" in name else " ")
            time.sleep(3)
        print(f"| player | playing, % of one core over {seconds} s | paused, % | largest resident MB | of that its own |")
        print("|---|---|---|---|---|")
        for name, it in terminals.items():
            status = pathlib.Path(f"/proc/{it.player.pid}/status").read_text()
            own = int(re.search(r"RssAnon:\s+(\d+)", status)[1]) / 1024
            most = used(it.player.pid)[1]
            print(f"| {name} | {shares['playing'][name]:.2f} | {shares['paused'][name]:.2f} | {most:.1f} | {own:.1f} |")
            it.player.kill()
            it.player.wait()


if __name__ == "__main__":
    work = {"render": render, "memory": memory, "start": start, "playing": playing}
    for name in sys.argv[1:] or work:
        print(f"\n## {name}\n")
        work[name]()
