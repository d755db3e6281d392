"""The thread that ends abandoned streams: safe from a finalizer, and there in a forked child."""

from __future__ import annotations

import os
import sys
import threading

import pytest

from otel_redact_instrumentation.openai.abandoned import end_later, start_thread


def test_what_is_put_in_is_called_on_another_thread():
    called, seen = threading.Event(), []
    start_thread()

    end_later(lambda: (seen.append(threading.current_thread().name), called.set()))

    assert called.wait(10)
    assert seen == ["otel-redact-abandoned"]


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_has_a_thread_of_its_own():
    start_thread()
    child = os.fork()
    if child == 0:
        called = threading.Event()
        start_thread()
        end_later(called.set)
        os._exit(0 if called.wait(10) else 1)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
