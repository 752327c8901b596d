"""Every function of the API can be called without arguments: it answers, or names the field that is missing."""

from __future__ import annotations

import json

from psycopg import Error, sql

from tests.support.database import Database
from tests.support.rpc import client_functions


async def test_a_call_without_arguments_is_answered_or_names_what_is_missing(database: Database) -> None:
    person = await database.create_user()
    admin = await database.connect()
    await admin.execute("insert into public.user_roles (user_id, role) values (%s, 'admin')", (person,))
    connection = await database.connect_as_user(person)
    wrongs: dict[str, str] = {}
    for function in await client_functions(database):
        if "authenticated" not in function.roles:
            continue
        try:
            async with connection.transaction(force_rollback=True):
                await connection.execute(sql.SQL("select public.{}()").format(sql.Identifier(function.name)))
        except Error as error:
            if wrong := complaint(error, set(function.parameters)):
                wrongs[function.name] = wrong
    assert not wrongs, "\n".join(f"{name}: {wrong}" for name, wrong in sorted(wrongs.items()))


def complaint(error: Error, parameters: set[str]) -> str | None:
    """What is wrong with a refusal, None when it names a parameter or has nothing to do with parameters."""
    if error.sqlstate != "PGRST":
        return str(error)
    message = json.loads(error.diag.message_primary or "{}")
    field = str(json.loads(message["details"] or "{}").get("field"))
    if message["code"] == "VALIDATION_ERROR" and field.split(".")[0] in parameters:
        return None
    if message["code"] == "CONFLICT" or (message["code"] == "NOT_FOUND" and not parameters):
        return None
    return f"{message['code']} {field}: {message['message']}"
