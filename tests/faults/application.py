"""A program that forks, is killed or ends in one of many ways, while it sends spans by OTLP.

`python application.py SCENARIO REDACT_IN`. Each process prints a line of JSON when it knows: how
many spans it ended, and what became of them. Over 200 lines, because it is one program.
"""

from __future__ import annotations

import atexit
import json
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

from opentelemetry.sdk.trace import TracerProvider

from otel_redact import RedactingSpanProcessor

MAIL = "canary7f3a9c@example.com"
WORKERS = 3
SPANS = 10


class Application:
    """A provider with a redacting processor, and a count of what it sent in this process."""

    def __init__(self) -> None:
        self.processor = RedactingSpanProcessor(redact_in=sys.argv[2], schedule_delay_millis=60_000)
        self.provider = TracerProvider(shutdown_on_exit=False)
        self.provider.add_span_processor(self.processor)
        self.sent = 0

    def send(self, count: int = SPANS) -> None:
        """End spans."""
        tracer = self.provider.get_tracer("faults")
        for _ in range(count):
            tracer.start_span(f"chat {MAIL}", attributes={"gen_ai.prompt": MAIL}).end()
            self.sent += 1

    def report(self) -> None:
        """Say what is known."""
        line = {"sent": self.sent, "spans": dict(self.processor.counters.spans)}
        os.write(1, json.dumps(line).encode() + b"\n")

    def shut_down(self) -> None:
        """Shut down and report."""
        self.provider.shutdown()
        self.report()

    def fork(self, work: Callable[[], None]) -> int:
        """Do something in a child process, which then ends without any clean-up."""
        child = os.fork()
        if child:
            return child
        status = 1
        try:
            self.sent = 0
            work()
            self.report()
            status = 0
        finally:
            os._exit(status)

    def work(self) -> None:
        """Do a worker's work: send and flush."""
        self.send()
        self.provider.force_flush()


def fork_before(application: Application) -> None:
    """Fork before the first span."""
    wait(application.fork(application.work))
    application.send()
    application.shut_down()


def fork_after(application: Application) -> None:
    """Fork with spans in the queue, which stay the parent's."""
    application.send()
    wait(application.fork(application.work))
    application.send()
    application.shut_down()


def fork_busy(application: Application) -> None:
    """Fork while other threads end spans, so that locks are held."""
    ending = threading.Event()
    counts = []

    def storm() -> None:
        tracer = application.provider.get_tracer("storm")
        count = 0
        while not ending.is_set():
            tracer.start_span("storm", attributes={"gen_ai.prompt": MAIL}).end()
            count += 1
            time.sleep(0.001)
        counts.append(count)

    threads = [threading.Thread(target=storm) for _ in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(WORKERS):
        wait(application.fork(application.work))
    ending.set()
    for thread in threads:
        thread.join()
    application.sent = sum(counts)
    application.shut_down()


def prefork(application: Application) -> None:
    """Serve as gunicorn does: set up in the master, fork workers, end them by SIGTERM."""
    application.send(1)

    def serve() -> None:
        ended = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: ended.set())
        application.send()
        os.write(ready, b"x")
        while not ended.wait(0.05):
            pass
        application.send(1)
        application.provider.shutdown()

    asked, ready = os.pipe()
    children = [application.fork(serve) for _ in range(WORKERS)]
    for _ in children:
        os.read(asked, 1)
    for child in children:
        os.kill(child, signal.SIGTERM)
    for child in children:
        wait(child)
    application.shut_down()


def pool_task(_: object) -> None:
    """Work in a process of a pool."""
    current.sent = 0
    current.work()
    current.report()


def pool_start() -> None:
    """Set up in a process that inherits nothing."""
    global current  # noqa: PLW0603 - as a pool's initializer does
    current = Application()


def multiprocessing_fork(application: Application) -> None:
    """Have a pool of forked processes."""
    global current  # noqa: PLW0603 - as a pool's initializer does
    current = application
    application.send()
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=pool_task, args=(None,)) for _ in range(WORKERS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        assert process.exitcode == 0
    application.shut_down()


def multiprocessing_spawn(application: Application) -> None:
    """Have a pool of new processes."""
    application.send()
    context = multiprocessing.get_context("spawn")
    with context.Pool(2, initializer=pool_start) as pool:
        pool.map(pool_task, range(2), chunksize=1)
    application.shut_down()


def os_exit(application: Application) -> None:
    """End at once, right after a flush."""
    application.work()
    application.report()
    os._exit(0)


def at_exit(application: Application) -> None:
    """Send spans while the interpreter ends, before and after shutdown."""
    atexit.register(application.report)
    atexit.register(application.send, 1)
    atexit.register(application.provider.shutdown)
    atexit.register(application.send, 1)
    application.send()


def daemon_threads(application: Application) -> None:
    """End the interpreter under threads that go on sending; what they lose nobody can count."""

    def storm() -> None:
        tracer = application.provider.get_tracer("storm")
        while True:
            tracer.start_span("storm", attributes={"gen_ai.prompt": MAIL}).end()
            time.sleep(0)

    application.work()
    for _ in range(3):
        threading.Thread(target=storm, daemon=True).start()
    atexit.register(application.provider.shutdown)
    time.sleep(0.2)


def sigterm(application: Application) -> None:
    """Flush within half a second when told to end, whatever the server does."""

    def end(*_: object) -> None:
        before = time.monotonic()
        application.provider.force_flush(500)
        assert time.monotonic() - before < 5
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    application.send()
    application.report()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(60)


def signals(application: Application) -> None:
    """End spans in a signal handler, while the same thread ends others."""
    tracer = application.provider.get_tracer("faults")
    attributes = {"gen_ai.prompt": MAIL}
    # Started here: what starts while a span is redacted is taken for a callable's own.
    waiting = [tracer.start_span("handler", attributes=attributes) for _ in range(200)]

    def end_one(*_: object) -> None:
        if waiting:
            waiting.pop().end()
            application.sent += 1
            signal.setitimer(signal.ITIMER_REAL, 0.001)

    signal.signal(signal.SIGALRM, end_one)
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    own = 0
    while waiting:
        tracer.start_span("main", attributes=attributes).end()
        own += 1
    application.sent += own
    application.shut_down()


SCENARIOS = {
    scenario.__name__: scenario
    for scenario in (
        fork_before,
        fork_after,
        fork_busy,
        prefork,
        multiprocessing_fork,
        multiprocessing_spawn,
        os_exit,
        at_exit,
        daemon_threads,
        sigterm,
        signals,
    )
}


def wait(child: int) -> None:
    """Wait for a child that must have done well."""
    assert os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    SCENARIOS[sys.argv[1]](Application())
