#!/usr/bin/python3
"""Measures how long a program takes from its start to its picture on the screen, and what memory it then holds.

The X server keeps the screen in a file (Xvfb -fbdir); it is looked at every two milliseconds and kept whenever it has
changed. Once the program has settled, the last picture says which pixels its left column ends up with, and the first
kept picture that has nine tenths of those that are not background is the moment the column was painted. The waiting
times, which go on changing, are well under a tenth."""
import argparse
import json
import mmap
import os
import pathlib
import re
import statistics
import struct
import subprocess
import sys
import time
import zlib

SETTLED = 1.5  # seconds without a change of the picture
PATIENCE = 60.0
AIM_START, AIM_MEMORY = 0.5, 100.0


class Screen:
    """The left column of what is on the screen now, below the top edge."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._map[:100])
        self._line, self._start = header[12], header[0] + 12 * header[19]
        self._width, self._height = header[4], header[5]

    def column(self):
        used, top = 4 * (self._width // 4), self._height // 5
        lines = range(top, self._height * 9 // 10)
        return b"".join(self._map[self._start + self._line * y:self._start + self._line * y + used] for y in lines)

    def mark(self):
        # Every eighth line: enough to see that something has changed.
        crc = 0
        for y in range(self._height // 5, self._height * 9 // 10, 8):
            at = self._start + self._line * y
            crc = zlib.crc32(self._map[at:at + self._width], crc)
        return crc


def pixels(picture):
    return memoryview(picture).cast("I")


def painted_at(history):
    """The seconds of the first picture that has nine tenths of the last one's writing."""
    last = pixels(history[-1][1])
    counts = {}
    for value in last[::7]:
        counts[value] = counts.get(value, 0) + 1
    background = {value for value, count in counts.items() if count > len(last) // 7 // 20}
    writing = [i for i, value in enumerate(last) if value not in background]
    if len(writing) < 500:
        sys.exit("the program painted nothing")
    for moment, picture in history:
        now = pixels(picture)
        if sum(now[i] == last[i] for i in writing) >= 0.9 * len(writing):
            return moment
    return None


def memory(pid):
    """Resident and proportional megabytes."""
    sizes = {}
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]:
        name, size, *_ = line.split()
        sizes[name] = int(size) / 1024
    return sizes["Rss:"], sizes["Pss:"]


def without_accessibility():
    # A tool of the tests' that a user without a screen reader does not pay for.
    return {k: v for k, v in os.environ.items() if k != "QT_LINUX_ACCESSIBILITY_ALWAYS_ON"}


def end(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def forget_files():
    """The kernel's copies of files, so that a start reads its program from the disk. Only root may; True when done."""
    try:
        os.sync()
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3")
        return True
    except OSError:
        return False


def start(screen, command):
    before = screen.mark()
    began = time.monotonic()
    process = subprocess.Popen(command, env=without_accessibility(), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    history, mark, changed = [], before, began
    while True:
        now = time.monotonic()
        seen = screen.mark()
        if seen != mark:
            mark, changed = seen, now
            history.append((now - began, screen.column()))
        elif history and now - changed > SETTLED:
            break
        if now - began > PATIENCE or process.poll() is not None:
            end(process)
            sys.exit(f"{command[0]} did not settle: exit {process.returncode}")
        time.sleep(0.002)
    used = memory(process.pid)
    end(process)
    # The next start must begin with an empty screen.
    limit = time.monotonic() + 5
    while screen.mark() != before and time.monotonic() < limit:
        time.sleep(0.01)
    return painted_at(history), used


def series(screen, command, starts, cold):
    times, sizes = [], []
    for _ in range(starts):
        if cold:
            forget_files()
        moment, used = start(screen, command)
        times.append(moment)
        sizes.append(used)
    return statistics.median(times), max(times), max(size[0] for size in sizes), max(size[1] for size in sizes)


def conversations(count):
    subjects = ("My parcel has not come", "I was charged twice", "The code does not work", "I want to change my address",
                "Which size do I need", "The lamp flickers", "Can I pay by invoice", "Where is my refund")
    for i in range(count):
        turns = [{"role": "customer", "content": f"{subjects[i % len(subjects)]}, order R-{10000 + i}"}]
        print(json.dumps({"id": f"w{i}", "contact": {"name": f"Customer {i:05d}"}, "turns": turns}))


def sign_in_once(arguments):
    """The first start signs in and copies everything; the measured ones are a working day's."""
    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
    from atspi import Application, wait_until
    process = subprocess.Popen([arguments.desktop, "--relay", arguments.relay, "--demo"], stdin=subprocess.DEVNULL)
    began = time.monotonic()
    # The list itself shows the first some hundred; its head counts all of them.
    head = Application("relevo").button(re.compile(r"^Waiting, "), timeout=30)
    wait_until(lambda: int(re.sub(r"\D", "", head.name)) >= arguments.waiting, "the queue", 120)
    took = time.monotonic() - began
    time.sleep(SETTLED)
    end(process)
    return took


def report(name, value, unit, ratio=None, ratio_of="", aim="", met=None):
    line = {"bench": "desktop", "figure": name, "value": round(value, 4), "unit": unit}
    if ratio is not None:
        line.update(ratio=round(ratio, 3), ratioOf=ratio_of)
    if aim:
        line["aim"] = aim
    if met is not None:
        line["met"] = met
    print(json.dumps(line), flush=True)
    shown = f"{ratio:.2f} x {ratio_of}" if ratio is not None else ""
    verdict = "" if met is None else "  met" if met else "  MISSED"
    return f"{name:50} {value:12.3f} {unit:8}  {shown:34} {aim}{verdict}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--conversations", type=int)
    parser.add_argument("--relay")
    parser.add_argument("--desktop")
    parser.add_argument("--bare")
    parser.add_argument("--screen")
    parser.add_argument("--waiting", type=int)
    parser.add_argument("--starts", type=int, default=7)
    arguments = parser.parse_args()
    if arguments.conversations:
        conversations(arguments.conversations)
        return
    many = f"{arguments.waiting:,} waiting"
    table = [report(f"first sign-in to a queue of {many}", sign_in_once(arguments), "s")]
    screen = Screen(arguments.screen)
    bare, desk = [arguments.bare], [arguments.desktop, "--relay", arguments.relay]
    for cold in (True, False) if forget_files() else (False,):
        name = "cold (nothing of it in memory)" if cold else "warm"
        floor, _, floor_rss, floor_pss = series(screen, bare, arguments.starts, cold)
        table.append(report(f"floor: bare Qt list painted, {name}", floor, "s"))
        median, worst, rss, pss = series(screen, desk, arguments.starts, cold)
        # From the disk, the disk's speed is most of it; the aim is the program's.
        table.append(report(f"{many} painted, {name}", median, "s", median / floor, "bare Qt list",
                            f"< {AIM_START} s", median < AIM_START))
        table.append(report(f"{many} painted, {name}, slowest of {arguments.starts}", worst, "s"))
    table.append(report("floor: bare Qt list, resident", floor_rss, "MB"))
    table.append(report(f"{many}: resident", rss, "MB", rss / floor_rss, "bare Qt list", f"< {AIM_MEMORY:g} MB",
                        rss < AIM_MEMORY))
    table.append(report(f"{many}: proportional", pss, "MB", pss / floor_pss, "bare Qt list"))
    print("\n" + "\n".join(table))


main()
