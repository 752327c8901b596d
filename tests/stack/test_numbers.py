"""Numbers are numbers in every answer, with all their digits, for the official clients and on the wire."""

from __future__ import annotations

import asyncio
import json
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from stack.layout import node
from tests.support.stacks import RunningStack, access_token, sign_up

pytestmark = pytest.mark.usefixtures("probe")
TABLE = "stack_probe_numbers"
PASSWORD = "correct horse battery"


async def test_every_digit_is_on_the_wire(stack: RunningStack, http: httpx.AsyncClient) -> None:
    client = await sign_up(stack)
    headers = {"apikey": stack.publishable_key, "authorization": f"Bearer {await access_token(client)}"}
    answer = await http.get(f"/rest/v1/{TABLE}?order=id", headers=headers)
    first, second, third = json.loads(answer.text, parse_float=Decimal)
    assert (first["price"], first["big"]) == (Decimal("0.000100"), Decimal("12345678901234567890.5"))
    assert str(first["price"]) == "0.000100", "also the zeros at its end"
    assert (first["whole"], first["prices"]) == (9007199254740993, [Decimal("1.50"), 2])
    assert (second["price"], second["big"], second["whole"], second["real"]) == (Decimal("7.000000"), -3, -4, "NaN")
    assert (third["price"], third["big"], third["whole"], third["prices"]) == (None, "NaN", None, [])
    total = await http.post("/rest/v1/rpc/stack_probe_total", headers=headers, json={})
    assert total.text == "12.340"
    table = await http.get(f"/rest/v1/{TABLE}?select=price,whole&id=eq.1", headers=headers | {"accept": "text/csv"})
    assert table.text.splitlines() == ["price,whole", "0.000100,9007199254740993"]


async def test_supabase_py_has_numbers(stack: RunningStack) -> None:
    client = await sign_up(stack)
    [row] = (await client.table(TABLE).select("price, big, whole").eq("id", 1).execute()).data
    assert row == {"price": 0.0001, "big": 12345678901234567890.5, "whole": 9007199254740993}
    assert (await client.rpc("stack_probe_total").execute()).data == 12.34
    assert [found["price"] for found in (await client.rpc("stack_probe_prices").execute()).data] == [0.0001, 7]


async def test_supabase_js_has_numbers(stack: RunningStack) -> None:
    email = f"{uuid4().hex[:12]}@example.test"
    await sign_up(stack, email, PASSWORD)
    found = await javascript(stack.url, stack.publishable_key, email, PASSWORD)
    assert [row["price"] for row in found["rows"]] == [0.0001, 7, None]
    assert [row["real"] for row in found["rows"]] == [0.25, "NaN", 1e300]
    assert found["changed"] == {"price": 0.1}
    assert found["found"] == [{"id": 1}]
    assert (found["total"], found["prices"]) == (12.34, [{"id": 1, "price": 0.0001}, {"id": 2, "price": 0.1}])


async def javascript(*arguments: str) -> dict[str, Any]:
    """What the script beside this file prints."""
    script = Path(__file__).with_name("numbers.mjs")
    process = await asyncio.create_subprocess_exec(
        str(node()), str(script), *arguments, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    output, complaints = await process.communicate()
    assert process.returncode == 0, complaints.decode()
    printed: dict[str, Any] = json.loads(output)
    return printed
