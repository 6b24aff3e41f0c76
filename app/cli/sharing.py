"""The event loop of a worker that shares its address with others: new connections are taken in turns.

All workers listen on one socket, and asyncio takes every connection that waits there in one go: the worker that wakes
first gets nearly all of what comes at once, of eight visitors seven (measured), while the other has nothing to do.
Here a worker takes one and looks away for a moment, in which the others take the next ones.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeAlias

MOMENT = 0.002
"""Seconds for which a worker that has taken a connection leaves the next ones to the others."""
TRY_AGAIN = 0.5
"""Seconds until connections are taken again where none could be, since too many files are open."""
Factory: TypeAlias = Callable[[], asyncio.BaseProtocol]
Socket: TypeAlias = Any
"""A `socket.socket` that is bound to an address; nothing here makes one."""


class SharingLoop(asyncio.SelectorEventLoop):
    """An event loop whose servers share a listening socket with those of other processes."""

    async def create_server(  # type: ignore[override]  # as uvicorn calls it: with a socket, and nothing to negotiate
        self, factory: Factory, *, sock: Socket, backlog: int, **_options: Any
    ) -> "SharingServer":
        """Serves on `sock`, where up to `backlog` connections may wait. Raises `OSError`."""
        sock.listen(backlog)
        sock.setblocking(False)
        return SharingServer(self, factory, sock)


class SharingServer:
    """Takes the connections of one socket until it is closed; those that were taken go on."""

    def __init__(self, loop: asyncio.AbstractEventLoop, factory: Factory, sock: Socket) -> None:
        self.sockets = (sock,)
        self._loop = loop
        self._factory = factory
        self._taking = loop.create_task(self._take(sock))

    async def _take(self, sock: Socket) -> None:
        while True:
            try:
                connection, _address = await self._loop.sock_accept(sock)
            except ConnectionError:
                continue
            except OSError as error:
                logging.getLogger("uvicorn.error").warning("No connection could be taken: %s", error)
                await asyncio.sleep(TRY_AGAIN)
                continue
            with suppress(OSError):
                await self._loop.connect_accepted_socket(self._factory, connection)
            await asyncio.sleep(MOMENT)

    def close(self) -> None:
        """Takes no more connections."""
        self._taking.cancel()
        for sock in self.sockets:
            sock.close()

    async def wait_closed(self) -> None:
        """Returns when no more are taken."""
        with suppress(asyncio.CancelledError):
            await self._taking

    def is_serving(self) -> bool:
        """Whether connections are taken."""
        return not self._taking.done()
