"""One function over many items in several processes, answers in the order of the items."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 3
"""Batches that are under way for each process: enough to keep all busy, few enough to keep memory low."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def map_batches(
    function: Callable[[list[Item]], list[Result]],
    items: Iterable[Item],
    *,
    batch: int,
    worth: int,
    prepare: Callable[..., object],
    arguments: tuple[Any, ...] = (),
) -> Iterator[Result]:
    """What `function` answers for `items`, a batch at a time.

    With fewer than `worth` items, or one processor, all is done here; starting processes takes some seconds.
    Otherwise each process runs `prepare(*arguments)` first; function, arguments, items and results must be
    picklable. Items are taken as they are needed. Raises what `function` raises, and `BrokenProcessPool` when a
    process is killed.
    """
    remaining = iter(items)
    first = list(islice(remaining, worth))
    batches = _batches(chain(first, remaining), batch)
    if len(first) < worth or processors() < 2:
        yield from chain.from_iterable(map(function, batches))
        return
    pool = ProcessPoolExecutor(
        processors(), mp_context=get_context("spawn"), initializer=_begin, initargs=(prepare, arguments)
    )
    try:
        running: deque[Future[list[Result]]] = deque()
        for some in batches:
            running.append(pool.submit(function, some))
            if len(running) > _AHEAD * processors():
                yield from running.popleft().result()
        for future in running:
            yield from future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(items: Iterator[Item], size: int) -> Iterator[list[Item]]:
    while some := list(islice(items, size)):
        yield some


def _begin(prepare: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    prepare(*arguments)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for work for ever."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
