"""The server process: it answers, and keeps its workers alive; it ends them when it ends."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time

import uvicorn

from docverify.web.app import make_app
from docverify.web.settings import PARENT, VARIABLE, Settings
from docverify.worker.starting import ROOT

LOOK_S = 0.5
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain", "stream": "ext://sys.stderr"}},
    "loggers": {
        "docverify": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn.error": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}


class Workers:
    """The processes that check packs: as many as the settings say, each started again when it ends."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.over = threading.Event()
        self.processes: list[subprocess.Popen[bytes]] = []
        self.thread = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        """Start them."""
        self.thread.start()

    def stop(self) -> None:
        """End them; what they were at is taken up by the next server."""
        self.over.set()
        self.thread.join()
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait()

    def _keep(self) -> None:
        while not self.over.is_set():
            self.processes = [process for process in self.processes if process.poll() is None]
            while len(self.processes) < self.settings.workers:
                self.processes.append(self._new())
            time.sleep(LOOK_S)

    def _new(self) -> "subprocess.Popen[bytes]":
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH", "")])])
        environment = {**os.environ, VARIABLE: self.settings.as_json(), PARENT: str(os.getpid()), "PYTHONPATH": path}
        return subprocess.Popen(
            [sys.executable, "-P", "-m", "docverify.web.work"], env=environment, start_new_session=True
        )


def run(settings: Settings, *, certificate: str | None = None, key: str | None = None) -> None:
    """Serve until interrupted."""
    app = make_app(settings)
    workers = Workers(settings)
    # uvicorn raises the signal again once it has shut down: by default that would end the process before its workers
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    workers.start()
    try:
        uvicorn.run(
            app,
            host=settings.host,
            port=settings.port,
            ssl_certfile=certificate,
            ssl_keyfile=key,
            access_log=False,
            log_config=LOGGING,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=5,
            h11_max_incomplete_event_size=64 << 10,
        )
    finally:
        workers.stop()
        logging.shutdown()
