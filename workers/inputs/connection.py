"""Connections that go only to addresses the policy allowed.

The name is resolved here, every address is checked, and the socket is opened to the checked address itself: a second
answer of the name server cannot move it. TLS and the Host header keep the name, since httpcore takes them from the URL.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

import httpcore
from httpcore import AsyncNetworkStream

from workers.inputs.addresses import Address, AddressPolicy
from workers.runtime.errors import Rejected, Unavailable

Resolver = Callable[[str, int], Awaitable[list[str]]]


async def system_resolver(host: str, port: int) -> list[str]:
    """The addresses the operating system finds for a name."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """httpcore's way to the network, with the address check between resolving and connecting."""

    def __init__(self, policy: AddressPolicy, resolver: Resolver = system_resolver) -> None:
        self._policy = policy
        self._resolver = resolver
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> AsyncNetworkStream:
        """Resolve, check all addresses, connect to the first that answers."""
        addresses = await self._checked(host, port)
        failure: Exception | None = None
        for address in addresses[:4]:
            try:
                return await self._network.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or httpcore.ConnectError(f"{host} has no address")

    async def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ASYNC109 (httpcore's signature)
        socket_options: Iterable[Any] | None = None,
    ) -> AsyncNetworkStream:
        """Never: a web address does not name a file."""
        raise Rejected("a web address cannot be a socket file", "URL_REFUSED")

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)

    async def _checked(self, host: str, port: int) -> list[Address]:
        if not self._policy.allows_host(host, port):
            raise Rejected(f"{host}:{port} is not a public web address", "URL_REFUSED")
        try:
            texts = await self._resolver(host, port)
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:
                raise Unavailable(f"the name {host} could not be resolved just now", "URL_UNREACHABLE") from error
            raise Rejected(f"the name {host} does not exist", "URL_UNREACHABLE") from error
        except UnicodeError as error:
            raise Rejected(f"{host} is not a valid name", "URL_REFUSED") from error
        addresses = [ipaddress.ip_address(text.partition("%")[0]) for text in texts]
        if not addresses:
            raise Rejected(f"the name {host} has no address", "URL_UNREACHABLE")
        # one private answer among public ones is how rebinding starts
        if not all(self._policy.allows_address(address, port) for address in addresses):
            raise Rejected(f"{host} does not resolve to public addresses", "URL_REFUSED")
        return addresses
