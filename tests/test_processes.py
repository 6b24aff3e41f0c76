import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import processes
from app.processes import keeping, map_batches

PREPARED: list[str] = []


def prepare(word: str) -> None:
    """Runs once in each process before it gets work."""
    PREPARED.append(word)


def double(numbers: list[int]) -> list[tuple[int, int, list[str]]]:
    return [(2 * number, os.getpid(), list(PREPARED)) for number in numbers]


def fail(numbers: list[int]) -> list[int]:
    raise LookupError(f"no answer for {numbers[0]}")


def wait(numbers: list[int]) -> list[int]:
    time.sleep(60)
    return numbers


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)


def test_few_items_stay_in_this_process() -> None:
    results = list(map_batches(double, range(9), batch=2, worth=10, prepare=prepare, arguments=("x",)))
    assert results == [(2 * number, os.getpid(), []) for number in range(9)]


def test_many_items_are_shared_and_come_back_in_order() -> None:
    results = list(map_batches(double, range(40), batch=3, worth=10, prepare=prepare, arguments=("x",)))
    assert [number for number, _, _ in results] == [2 * number for number in range(40)]
    assert os.getpid() not in {process for _, process, _ in results}
    assert all(prepared == ["x"] for _, _, prepared in results)


def used(word: str) -> set[int]:
    """The processes that do some work."""
    results = map_batches(double, range(40), batch=3, worth=10, prepare=prepare, arguments=(word,))
    return {process for _, process, _ in results}


def test_processes_are_kept_for_the_next_call_that_prepares_them_alike() -> None:
    with keeping():
        first = used("x")
        assert not used("y") & used("x")
        kept = {child.pid for child in multiprocessing.active_children()}
        assert first <= kept
        assert len(kept) <= 4, "two for each of the two ways"
    assert not kept & {child.pid for child in multiprocessing.active_children()}


def test_kept_processes_end_with_what_goes_wrong() -> None:
    def work() -> None:
        with keeping():
            used("x")
            list(map_batches(fail, range(40), batch=3, worth=10, prepare=prepare, arguments=("x",)))

    with pytest.raises(LookupError, match="no answer for 0"):
        work()
    assert multiprocessing.active_children() == []


def test_with_one_processor_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 1)
    results = list(map_batches(double, range(40), batch=3, worth=10, prepare=prepare, arguments=("x",)))
    assert {process for _, process, _ in results} == {os.getpid()}


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    results = map_batches(double, items(), batch=2, worth=4, prepare=prepare, arguments=("x",))
    assert next(results)[0] == 0
    results.close()
    assert len(taken) < 40


def test_an_error_comes_through() -> None:
    with pytest.raises(LookupError, match="no answer for 0"):
        list(map_batches(fail, range(40), batch=3, worth=10, prepare=prepare, arguments=("x",)))


def _work(folder: str) -> None:
    processes.processors = lambda: 2

    def prepared() -> Iterator[int]:
        for number in range(100):
            children = [child.pid for child in multiprocessing.active_children()]
            (Path(folder) / "children").write_text(" ".join(map(str, children)))
            yield number

    list(map_batches(wait, prepared(), batch=1, worth=1, prepare=prepare, arguments=("x",)))


def is_alive(process: str) -> bool:
    """Whether there is such a process; signal 0 asks and does nothing."""
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    return True


def test_no_process_outlives_one_that_was_killed(tmp_path: Path) -> None:
    parent = multiprocessing.get_context("spawn").Process(target=_work, args=(str(tmp_path),))
    parent.start()
    children: list[str] = []
    for _ in range(600):
        time.sleep(0.05)
        children = (tmp_path / "children").read_text().split() if (tmp_path / "children").exists() else []
        if len(children) == 2:
            break
    assert len(children) == 2
    time.sleep(1)
    assert parent.pid is not None
    os.kill(parent.pid, signal.SIGKILL)
    parent.join()
    for _ in range(600):
        if not any(map(is_alive, children)):
            break
        time.sleep(0.05)
    assert not any(map(is_alive, children))
