"""Workers take new connections in turns: one each, whatever waits, and none is lost."""

import asyncio
import errno
import logging
import socket
from collections.abc import Coroutine, Iterator
from contextlib import ExitStack, closing
from typing import Any, TypeVar

import pytest
from uvicorn import Config

from app.cli import sharing
from app.cli.sharing import SharingLoop, SharingServer

Answer = TypeVar("Answer")
STEPS = 50
"""Turns of the loop in which everything that can happen has happened."""


class Echo(asyncio.Protocol):
    """Sends back what it gets."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(data)


class Worker:
    """What one worker has taken of a socket."""

    def __init__(self) -> None:
        self.taken: list[Echo] = []

    def __call__(self) -> Echo:
        self.taken.append(Echo())
        return self.taken[-1]


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as sock:
        yield sock


@pytest.fixture
def visitors(listening: socket.socket) -> Iterator[list[socket.socket]]:
    """Five that wait to be taken."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(closing(socket.create_connection(listening.getsockname(), timeout=10)))
            for _ in range(5)
        ]


def run(work: Coroutine[Any, Any, Answer]) -> Answer:
    with asyncio.Runner(loop_factory=SharingLoop) as runner:
        return runner.run(work)


async def serve(worker: Worker, sock: socket.socket) -> SharingServer:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SharingLoop)
    return await loop.create_server(worker, sock=sock.dup(), backlog=16, ssl=None)


async def settle() -> None:
    for _ in range(STEPS):
        await asyncio.sleep(0)


async def until(count: int, *workers: Worker) -> None:
    while sum(len(worker.taken) for worker in workers) < count:
        await asyncio.sleep(0.001)


async def end(server: SharingServer, worker: Worker) -> None:
    server.close()
    await server.wait_closed()
    for echo in worker.taken:
        echo.transport.close()
    await settle()


@pytest.mark.usefixtures("visitors")
def test_who_has_taken_one_leaves_the_next_to_the_others(
    listening: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MOMENT", 3600)

    async def take() -> list[int]:
        workers = [Worker(), Worker()]
        servers = [await serve(worker, listening) for worker in workers]
        await until(2, *workers)
        await settle()
        counts = [len(worker.taken) for worker in workers]
        for server, worker in zip(servers, workers, strict=True):
            await end(server, worker)
        return counts

    assert run(take()) == [1, 1]


def test_one_alone_takes_them_all_and_answers(listening: socket.socket, visitors: list[socket.socket]) -> None:
    async def take() -> list[bytes]:
        worker = Worker()
        server = await serve(worker, listening)
        assert server.is_serving()
        assert server.sockets[0].getsockname() == listening.getsockname()
        for number, visitor in enumerate(visitors):
            visitor.sendall(b"%d" % number)
        await until(len(visitors), worker)
        answers = [await asyncio.to_thread(visitor.recv, 10) for visitor in visitors]
        await end(server, worker)
        return answers

    assert run(take()) == [b"0", b"1", b"2", b"3", b"4"]


def test_a_closed_server_takes_none_and_finishes_what_it_took(
    listening: socket.socket, visitors: list[socket.socket]
) -> None:
    async def take() -> tuple[bytes, int]:
        worker = Worker()
        server = await serve(worker, listening)
        await until(len(visitors), worker)
        server.close()
        await server.wait_closed()
        assert not server.is_serving()
        with closing(socket.create_connection(listening.getsockname(), timeout=10)):
            await settle()
            visitors[0].sendall(b"still here")
            answer = await asyncio.to_thread(visitors[0].recv, 20)
            await end(server, worker)
            return answer, len(worker.taken)

    assert run(take()) == (b"still here", len(visitors))


@pytest.mark.parametrize(
    ("error", "told"),
    [(OSError(errno.EMFILE, "Too many open files"), True), (ConnectionAbortedError("gone again"), False)],
)
def test_a_connection_that_fails_ends_nothing(
    listening: socket.socket,
    visitors: list[socket.socket],
    error: OSError,
    told: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sharing, "TRY_AGAIN", 0)
    failures = [error]

    class Failing(SharingLoop):
        async def sock_accept(self, sock: socket.socket) -> tuple[socket.socket, Any]:
            if failures:
                raise failures.pop()
            return await super().sock_accept(sock)

    async def take() -> int:
        worker = Worker()
        server = await serve(worker, listening)
        await until(len(visitors), worker)
        await end(server, worker)
        return len(worker.taken)

    with caplog.at_level(logging.WARNING), asyncio.Runner(loop_factory=Failing) as runner:
        assert runner.run(take()) == len(visitors)
    assert not failures
    assert ("Too many open files" in caplog.text) == told


def test_uvicorn_finds_the_loop() -> None:
    assert Config("x:y", loop="app.cli.sharing:SharingLoop").get_loop_factory() is SharingLoop
