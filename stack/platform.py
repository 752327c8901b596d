"""Makes an ordinary Postgres database look like a new Supabase project's: roles, schemas, helper functions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import psycopg
from psycopg import sql

from stack.postgres import SUPERUSER, PostgresServer

SQL_DIR = Path(__file__).parent / "platform"
LOGIN_ROLES = ("postgres", "authenticator", "gateway", "gateway_catalog")


def install_platform(server: PostgresServer, database: str = "postgres") -> None:
    """Apply the platform to a database of the embedded server. Idempotent; migrations come after it."""
    passwords = {role: server.password(role) for role in LOGIN_ROLES}
    apply_platform(server.dsn(database, user=SUPERUSER), passwords)


def apply_platform(dsn: str, passwords: Mapping[str, str] | None = None) -> None:
    """Apply it through any superuser connection, in one transaction.

    Pieces for which the server has the real extension are left to that extension.
    """
    with psycopg.connect(dsn) as connection:
        connection.execute("set client_min_messages = warning")
        # Roles are shared by all databases of the server: two installations at once would collide.
        connection.execute("lock table pg_catalog.pg_authid in share row exclusive mode")
        _create_real_extensions(connection)
        present = {name for (name,) in connection.execute("select extname from pg_catalog.pg_extension")}
        for path in sorted(SQL_DIR.glob("*.sql")):
            if not _replaced_by(path) & present:
                connection.execute(path.read_text())
        for role, password in (passwords or {}).items():
            # Hashed here, so that neither the log nor pg_stat_statements ever sees a password.
            hashed = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256").decode()
            connection.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(hashed)))


def share_api_roles(server: PostgresServer, database: str = "postgres") -> None:
    """Let `gateway` switch to whatever roles migrations have granted to `authenticator`, as PostgREST could."""
    with psycopg.connect(server.dsn(database, user=SUPERUSER)) as connection:
        granted = connection.execute(
            "select roleid::regrole::text from pg_catalog.pg_auth_members where member = 'authenticator'::regrole"
        ).fetchall()
        for (role,) in granted:
            connection.execute(f"grant {role} to gateway with inherit true, set true")  # quoted by regrole
        connection.execute("notify pgrst, 'reload schema'")


def _replaced_by(path: Path) -> set[str]:
    return {"050_vault.sql": {"supabase_vault"}, "060_cron.sql": {"pg_cron"}}.get(path.name, set())


def _create_real_extensions(connection: psycopg.Connection) -> None:
    """pg_cron can live in one database of a server only, the one named by its setting."""
    connection.execute(
        """
        do $$
        begin
          if exists (select from pg_catalog.pg_available_extensions where name = 'supabase_vault') then
            create extension if not exists supabase_vault cascade;
          end if;
          if current_setting('cron.database_name', true) = current_database() then
            create extension if not exists pg_cron;
            -- As on a hosted project: `postgres` uses the functions and reads the tables.
            if exists (select from pg_catalog.pg_roles where rolname = 'postgres') then
              grant usage on schema cron to postgres with grant option;
              grant select on cron.job to postgres;
              grant select, delete on cron.job_run_details to postgres;
            end if;
          end if;
        end;
        $$
        """
    )
