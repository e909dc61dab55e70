"""Shipments → a line for each, by any executor: the processes of this machine, or those of a Dask cluster.

Only so many shipments are handed out as there are hands for, so that ten thousand cost no more memory than ten. When a
process dies (killed, out of memory), what it was at is tried once more, alone; what ends a process twice is told so.
"""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from multiprocessing import active_children, get_context
from typing import Any, TypeAlias

from docverify.batch.one import Line, Order, check_one
from docverify.errors import ExitCode, ToolMissing, UsageError

AHEAD = 2  # handed out beyond the hands, so that none waits for the next
DIED = "checking it ended the process twice (killed, or out of memory); please report it"
Executors: TypeAlias = Callable[[int], AbstractContextManager[Executor]]


@contextmanager
def here(jobs: int) -> Iterator[Executor]:
    """Processes of this machine; they import what they need themselves and inherit nothing that is open."""
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_deaf)
    try:
        yield executor
    except BaseException:  # an interrupt: what is half done is worth nothing, and is done again with --resume
        executor.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.terminate()
        raise
    executor.shutdown()


def _deaf() -> None:
    """An interrupt at the terminal is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def on_cluster(address: str) -> Executors:
    """The workers of a Dask cluster; they see the same folders as this machine."""
    try:
        client_of: Any = import_module("distributed").Client
    except ModuleNotFoundError as error:
        raise ToolMissing(f"{error.name} is not installed; run: pip install 'docverify[cluster]'") from error

    @contextmanager
    def connected(_jobs: int) -> Iterator[Executor]:
        try:
            client = client_of(address, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"--cluster {address}: no Dask scheduler answers there ({error})") from error
        try:
            yield client.get_executor(pure=False)
        finally:
            client.close()

    return connected


def run(orders: Sequence[Order], *, jobs: int, executors: Executors = here) -> Iterator[Line]:
    """The lines, as they are done."""
    broken: list[Order] = []
    waiting = list(reversed(orders))
    while waiting:
        with executors(jobs) as executor:
            yield from _round(waiting, executor, jobs, broken)
    for order in broken:
        yield _alone(order, executors)


def _round(waiting: list[Order], executor: Executor, jobs: int, broken: list[Order]) -> Iterator[Line]:
    """Lines until nothing waits or a process died; what was handed out then goes to `broken`."""
    at_work: dict[Future[Line], Order] = {}
    while waiting or at_work:
        while waiting and len(at_work) < jobs + AHEAD:
            order = waiting.pop()
            try:
                at_work[executor.submit(check_one, order)] = order
            except BrokenProcessPool:
                broken.append(order)
                broken.extend(at_work.values())
                return
        done, _ = wait(at_work, return_when=FIRST_COMPLETED)
        for future in done:
            order = at_work.pop(future)
            try:
                line = future.result()
            except BrokenProcessPool:
                broken.append(order)
                broken.extend(at_work.values())
                return
            except Exception as error:  # noqa: BLE001 - of the executor: `check_one` itself raises nothing
                line = _lost(order, f"the worker was lost ({type(error).__name__}); try it again with --resume")
            yield line


def _alone(order: Order, executors: Executors) -> Line:
    with executors(1) as executor:
        try:
            return executor.submit(check_one, order).result()
        except BrokenProcessPool:
            return _lost(order, DIED)


def _lost(order: Order, why: str) -> Line:
    return Line(order.task.name, order.task.folder, exit_code=int(ExitCode.INTERNAL), why=why)
