#!/usr/bin/python3
"""Measures Jupyter kernels through jupyter_client, in turns, and prints one table of medians.

usage: measure.py [--rounds N] [--out FILE] TITLE=KERNELSPEC:LANGUAGE...     (LANGUAGE is java or python)

All times are milliseconds of wall clock on the client's side, from just before a request is sent. A cell is over when both its
reply and its idle status are there. A kernel that loses its idle status is waited for 10 s and counted as it stands.
"""
import argparse
import os
import platform
import statistics
import sys
import threading
import time
from queue import Empty

import zmq
from jupyter_client.manager import KernelManager

CODE = {
    "java": {
        "complete": '"abc".',
        "print": "for (int i = 0; i < 20000; i++) System.out.println(i);",
        "loop": "while (true) {}",
    },
    "python": {"complete": '"abc".', "print": "for i in range(20000): print(i)", "loop": "while True: pass"},
}
LINES = sum(len(str(i)) + 1 for i in range(20000))
now = time.perf_counter


class Kernel:
    """A kernel process with its client."""

    def __init__(self, spec):
        self.manager = KernelManager(kernel_name=spec)
        self.started = now()
        self.manager.start_kernel()
        self.client = self.manager.client()
        self.client.start_channels(hb=False)
        self.pid = getattr(self.manager.provisioner, "pid", None) or self.manager.provisioner.process.pid
        self.poller = zmq.Poller()
        self.poller.register(self.client.shell_channel.socket, zmq.POLLIN)
        self.poller.register(self.client.iopub_channel.socket, zmq.POLLIN)

    def ask(self, send, timeout=60):
        start = now()
        wanted = send()
        while self.client.get_shell_msg(timeout=timeout)["parent_header"].get("msg_id") != wanted:
            pass
        return (now() - start) * 1e3

    def wait_until_ready(self):
        """Asks again where the answer was lost, as front ends do."""
        for _ in range(6):
            try:
                return self.ask(self.client.kernel_info, 10)
            except Empty:
                continue
        raise SystemExit("the kernel does not answer; its output is above")

    def run(self, code, timeout=60, patience=10):
        start = now()
        wanted = self.client.execute(code, allow_stdin=False)
        seen = {"reply": None, "idle": None, "status": None, "text": "", "streams": 0}
        end = start + timeout
        while (seen["reply"] is None or seen["idle"] is None) and now() < end:
            if seen["reply"] is not None:
                end = min(end, start + seen["reply"] / 1e3 + patience)
            ready = dict(self.poller.poll(100))
            if self.client.iopub_channel.socket in ready:
                self.look(self.client.get_iopub_msg(timeout=1), wanted, start, seen)
            if self.client.shell_channel.socket in ready:
                message = self.client.get_shell_msg(timeout=1)
                if message["parent_header"].get("msg_id") == wanted:
                    seen["reply"], seen["status"] = (now() - start) * 1e3, message["content"]["status"]
        return seen

    @staticmethod
    def look(message, wanted, start, seen):
        if message["parent_header"].get("msg_id") != wanted:
            return
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            seen["idle"] = (now() - start) * 1e3
        elif kind in ("execute_result", "display_data", "stream", "error"):
            seen["streams"] += kind == "stream"
            seen["text"] += content.get("text") or content.get("data", {}).get("text/plain", "")

    def drain(self):
        for get in (self.client.get_iopub_msg, self.client.get_shell_msg):
            try:
                while True:
                    get(timeout=0.05)
            except Empty:
                pass

    def processes(self):
        children = {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open(f"/proc/{entry}/stat") as stat:
                        children.setdefault(int(stat.read().rsplit(")", 1)[1].split()[1]), []).append(int(entry))
                except OSError:
                    pass
        found, todo = [], [self.pid]
        while todo:
            found.append(todo.pop())
            todo += children.get(found[-1], [])
        return found

    def megabytes(self):
        total = 0
        for process in self.processes():
            with open(f"/proc/{process}/status") as status:
                total += next((int(line.split()[1]) for line in status if line.startswith("VmRSS")), 0)
        return total / 1024

    def processor_seconds(self):
        ticks = 0
        for process in self.processes():
            with open(f"/proc/{process}/stat") as stat:
                fields = stat.read().rsplit(")", 1)[1].split()
                ticks += int(fields[11]) + int(fields[12])
        return ticks / os.sysconf("SC_CLK_TCK")

    def close(self):
        start = now()
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=False)
        return (now() - start) * 1e3


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def measure(spec, language, cells):
    code = CODE[language]
    found = {}
    kernel = Kernel(spec)
    kernel.wait_until_ready()
    found["launch to kernel_info"] = (now() - kernel.started) * 1e3
    first = kernel.run("1+1", patience=0.3)
    found["launch to the first 1+1"] = found["launch to kernel_info"] + first["reply"]
    time.sleep(1)
    found["memory at the start, MB"] = kernel.megabytes()
    kernel.drain()
    found["kernel_info round trip"] = statistics.median(kernel.ask(kernel.client.kernel_info) for _ in range(30))
    kernel.drain()
    sums = [kernel.run("1+1") for _ in range(cells)]
    wrong = sum(one["status"] != "ok" or "2" not in one["text"] for one in sums)
    times = [max(one["reply"] or 0, one["idle"] or 0) for one in sums]
    found["1+1, median of the first hundred"] = statistics.median(times[:100])
    found["1+1, 99th percentile of the first hundred"] = percentile(times[:100], 0.99)
    found[f"1+1, median of the last hundred of {cells}"] = statistics.median(times[-100:])
    found["answers without the result"] = wrong
    completions = [
        kernel.ask(lambda: kernel.client.complete(code["complete"], len(code["complete"]))) for _ in range(21)
    ]
    found["completion, warm"] = statistics.median(completions[1:])
    kernel.drain()
    printed = kernel.run(code["print"], 120)
    found["20,000 lines printed"] = printed["idle"] or float("nan")
    found["in so many messages"] = printed["streams"]
    found["of them lost, characters"] = LINES - len(printed["text"])
    interrupted = {}

    def interrupt():
        time.sleep(1)
        interrupted["at"] = now()
        kernel.manager.interrupt_kernel()

    thread = threading.Thread(target=interrupt)
    start = now()
    thread.start()
    loop = kernel.run(code["loop"], 12)
    thread.join()
    answered = loop["reply"] is not None
    found["interrupt of an endless loop"] = (
        (start + loop["reply"] / 1e3 - interrupted["at"]) * 1e3 if answered else float("inf")
    )
    before = kernel.processor_seconds()
    time.sleep(1.5)
    found["processors busy afterwards"] = (kernel.processor_seconds() - before) / 1.5
    found["memory at the end, MB"] = kernel.megabytes()
    found["shutdown"] = kernel.close()
    return found


def shown(values):
    median = statistics.median(values)
    if median != median:
        return "lost"
    if median == float("inf"):
        return "none in 12 s"
    digits = 2 if abs(median) < 1 and median else 1 if abs(median) < 20 else 0
    return f"{median:,.{digits}f}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("kernels", nargs="+")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--cells", type=int, default=1000)
    options.add_argument("--out")
    given = options.parse_args()
    titles = [one.split("=", 1)[0] for one in given.kernels]
    results = {title: [] for title in titles}
    for round_ in range(given.rounds):
        turn = given.kernels if round_ % 2 == 0 else given.kernels[::-1]
        for one in turn:
            title, spec = one.split("=", 1)
            name, language = spec.rsplit(":", 1)
            results[title].append(measure(name, language, given.cells))
            print(f"round {round_ + 1} of {given.rounds}: {title}", file=sys.stderr)
    lines = [
        f"Measured on {time.strftime('%Y-%m-%d')}: {processor()}, {os.cpu_count()} processors, Linux {platform.release()};"
        f" medians of {given.rounds} rounds in which the kernels took turns; milliseconds where nothing else is said.",
        "",
        "| | " + " | ".join(titles) + " |",
        "|---|" + "---|" * len(titles),
    ]
    for name in results[titles[0]][0]:
        row = [shown([one[name] for one in results[title]]) for title in titles]
        lines.append(f"| {name} | " + " | ".join(row) + " |")
    text = "\n".join(lines) + "\n"
    print(text)
    if given.out:
        with open(given.out, "w", encoding="utf-8") as file:
            file.write(text)


def processor():
    with open("/proc/cpuinfo") as info:
        return next((line.split(":", 1)[1].strip() for line in info if line.startswith("model name")), "unknown")


main()
