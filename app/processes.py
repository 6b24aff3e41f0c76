"""One function over many items in several processes, answers in the order of the items."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any, TypeAlias, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_Pools: TypeAlias = dict[tuple[Callable[..., object], tuple[Any, ...]], ProcessPoolExecutor]

_AHEAD = 3
"""Batches that are under way for each process: enough to keep all busy, few enough to keep memory low."""

_KEPT: ContextVar[_Pools | None] = ContextVar("pools", default=None)
"""Processes that wait for the next call, by how they were made ready; `None` where each call stops its own."""


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
    running: deque[Future[list[Result]]] = deque()
    with _pool(prepare, arguments) as pool:
        for some in batches:
            running.append(pool.submit(function, some))
            if len(running) > _AHEAD * processors():
                yield from running.popleft().result()
        while running:
            yield from running.popleft().result()


@contextmanager
def keeping() -> Iterator[None]:
    """Within it the processes of one call of `map_batches` go on to the next that makes them ready in the same way."""
    pools: _Pools = {}
    token = _KEPT.set(pools)
    try:
        yield
    finally:
        _KEPT.reset(token)
        for pool in pools.values():
            pool.shutdown(cancel_futures=True)


@contextmanager
def _pool(prepare: Callable[..., object], arguments: tuple[Any, ...]) -> Iterator[ProcessPoolExecutor]:
    """Processes for one call: new ones, or those that an earlier one left."""
    pools = _KEPT.get()
    if pools is None:
        pool = _started(prepare, arguments)
        try:
            yield pool
        finally:
            pool.shutdown(cancel_futures=True)
    else:
        if (prepare, arguments) not in pools:
            pools[prepare, arguments] = _started(prepare, arguments)
        yield pools[prepare, arguments]


def _started(prepare: Callable[..., object], arguments: tuple[Any, ...]) -> ProcessPoolExecutor:
    context = get_context("spawn")
    return ProcessPoolExecutor(processors(), mp_context=context, initializer=_begin, initargs=(prepare, arguments))


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
