"""Which network addresses a fetch may reach. Everything that is not plainly the public internet is refused."""

import ipaddress
from typing import Final, Protocol, TypeAlias

import regex

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_WEB_PORTS: Final = frozenset((80, 443, 8080, 8443))
_LOCAL_NAMES: Final = regex.compile(
    r"(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa|onion|test|invalid|example)$"
)
_NAME: Final = regex.compile(r"(?:[a-z0-9_][a-z0-9_-]{0,62}\.)+[a-z0-9_-]{1,63}")
"""Two labels or more, as they go to a name server: other alphabets are in ASCII by then."""
_NUMERIC_HOST: Final = regex.compile(r"(?:0x[0-9a-f]*|[0-9]+)(?:\.(?:0x[0-9a-f]*|[0-9]+))*")
# is_global differs between Python versions in these, and several carry an IPv4 address inside
_REFUSED: Final = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/3",
        "::/96",
        "::ffff:0:0/96",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fc00::/7",
        "fe80::/10",
        "fec0::/10",
        "ff00::/8",
    )
)


class AddressPolicy(Protocol):
    """Decides on names before they are resolved, and on every address before it is connected to."""

    def allows_host(self, host: str, port: int) -> bool:
        """Whether the name may be looked up at all."""
        ...

    def allows_address(self, address: Address, port: int) -> bool:
        """Whether this resolved address may be connected to."""
        ...


class PublicInternet:
    """The policy of production; it has no switches."""

    def allows_host(self, host: str, port: int) -> bool:
        """Refuse what is no name, local names, single labels, and addresses in disguise.

        Disguises are decimal, octal, hexadecimal and short forms.
        """
        name = host.lower().rstrip(".")
        if port not in _WEB_PORTS or not name:
            return False
        literal = _literal(name)
        if literal is not None:
            return self.allows_address(literal, port)
        if ":" in name or _NUMERIC_HOST.fullmatch(name):
            return False
        return bool(_NAME.fullmatch(name)) and not _LOCAL_NAMES.search(name)

    def allows_address(self, address: Address, port: int) -> bool:
        """Only global unicast addresses."""
        return (
            address.is_global
            and not address.is_multicast
            and not address.is_reserved
            and not any(address.version == network.version and address in network for network in _REFUSED)
        )


def _literal(name: str) -> Address | None:
    try:
        return ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return None
