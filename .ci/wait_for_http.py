"""Waits until a URL answers 200 or PID has ended: `wait_for_http.py URL SECONDS PID`."""

import os
import sys
import time
import urllib.error
import urllib.request

url, seconds, pid = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
# A proxy from the environment has no business on loopback.
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
deadline = time.monotonic() + seconds
while time.monotonic() < deadline:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        sys.exit("the server ended before it was ready")
    try:
        with opener.open(url, timeout=5):
            sys.exit(0)
    except (urllib.error.URLError, OSError):
        time.sleep(0.5)
sys.exit(f"the server was not ready within {seconds:.0f} s")
