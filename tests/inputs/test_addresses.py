"""Only the public internet may be fetched, whatever the spelling of the address."""

from __future__ import annotations

import ipaddress

import pytest

from workers.inputs.addresses import PublicInternet

REFUSED_ADDRESSES = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.170.2",
    "100.64.0.1",
    "100.127.255.255",
    "192.0.0.8",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::1",
    "::",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "fd00:ec2::254",
]

REFUSED_HOSTS = [
    "localhost",
    "LOCALHOST",
    "localhost.",
    "a.localhost",
    "metadata.google.internal",
    "metadata",
    "router",
    "printer.local",
    "intranet.corp",
    "db.internal",
    "nas.lan",
    "host.home.arpa",
    "x.onion",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "127.1",
    "127.0.1",
    "0",
    "0x0",
    "127.0.0.1",
    "[::1]",
    "::1",
    "[::ffff:7f00:1]",
    "",
    ".",
    "10.0.0.1",
    "1.2.3.4.5",
    "exa%20mple.org",
    "a" * 64 + ".org",
    "a..org",
]


@pytest.mark.parametrize("address", REFUSED_ADDRESSES)
def test_addresses_outside_the_public_internet_are_refused(address: str) -> None:
    assert not PublicInternet().allows_address(ipaddress.ip_address(address), 443)


@pytest.mark.parametrize(
    "address",
    ["93.184.216.34", "8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700::6810:84e5", "2a00:1450:400e::8a"],
)
def test_public_addresses_are_allowed(address: str) -> None:
    assert PublicInternet().allows_address(ipaddress.ip_address(address), 443)


@pytest.mark.parametrize("host", REFUSED_HOSTS)
def test_local_and_disguised_hosts_are_refused_before_a_lookup(host: str) -> None:
    assert not PublicInternet().allows_host(host, 80)


@pytest.mark.parametrize(
    ("host", "port", "allowed"),
    [
        ("example.org", 443, True),
        ("example.org", 22, False),
        ("example.org", 5432, False),
        ("nu.nl", 80, True),
        ("xn--bcher-kva.example.org", 443, True),
        ("a_b.example.org.", 443, True),
        ("8.8.8.8", 80, True),
    ],
)
def test_names_on_web_ports_may_be_looked_up(host: str, port: int, allowed: bool) -> None:
    assert PublicInternet().allows_host(host, port) is allowed
