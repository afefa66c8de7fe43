"""The command line: parses, calls one thing, prints sentences. Errors are one clear sentence and exit code 1."""

from __future__ import annotations

import argparse
import asyncio
import base64
import binascii
import os
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from bot.domain.locale import Locale
from bot.errors import EtoileError, StartupError
from bot.resources import data_path
from bot.settings import Settings, port, read_settings, unknown_settings
from bot.text import Words, load_catalogue

DOTENV = Path(".env")


def run(arguments: Sequence[str]) -> int:
    """Run the command in `arguments` and return the process's exit code (0, 1 for a failure, 2 for a wrong call)."""
    words = load_catalogue(data_path() / "locales").words(Locale.of(os.environ.get("LANG")))
    parsed = _parser(words).parse_args(arguments)
    try:
        return parsed.act(parsed, words)
    except EtoileError as error:
        print(words("cli-failed", sentence=words.error(error)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="etoile", description=words("cli-description"))
    parser.set_defaults(act=_run, require_token=False)
    parser.add_argument("--version", dest="act", action="store_const", const=_version, help=words("cli-version"))
    commands = parser.add_subparsers(metavar=words("cli-commands"))

    def command(name: str, act: Callable[[argparse.Namespace, Words], int]) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words(f"cli-{name}"), description=words(f"cli-{name}"))
        added.set_defaults(act=act)
        return added

    command("run", _run).add_argument("--require-token", action="store_true", help=words("cli-require-token"))
    command("rehearse", _rehearse).add_argument("--port", type=port, default=None, help=words("cli-port"))
    check = command("check", _check)
    check.add_argument("--schema", type=Path, metavar="FOLDER", help=words("cli-schema"))
    check.add_argument("--pack", type=Path, metavar="FOLDER", help=words("cli-pack"))
    doctor = command("doctor", _doctor)
    doctor.add_argument("--backups", type=Path, metavar="FOLDER", default=None, help=words("cli-doctor-backups"))
    command("sync", _sync)
    invite = command("invite", _invite)
    invite.add_argument("--id", type=int, default=0, help=words("cli-invite-id"))
    invite.add_argument("--minimal", action="store_true", help=words("cli-invite-minimal"))
    database = command("db", _database_help).add_subparsers(required=True, metavar=words("cli-commands"))
    upgrade = database.add_parser("upgrade", help=words("cli-db-upgrade"), description=words("cli-db-upgrade"))
    upgrade.set_defaults(act=_upgrade)
    backup = database.add_parser("backup", help=words("cli-db-backup"), description=words("cli-db-backup"))
    backup.add_argument("file", type=Path, help=words("cli-db-backup-file"))
    backup.add_argument("--keep", type=int, metavar="COUNT", default=0, help=words("cli-db-backup-keep"))
    backup.set_defaults(act=_backup)
    restore = database.add_parser("restore", help=words("cli-db-restore"), description=words("cli-db-restore"))
    restore.add_argument("file", type=Path, help=words("cli-db-restore-file"))
    restore.add_argument("--force", action="store_true", help=words("cli-db-restore-force"))
    restore.set_defaults(act=_restore)
    command("version", _version)
    return parser


def _dotenv() -> Mapping[str, str | None]:
    """What stands in .env, if there is one."""
    from dotenv import dotenv_values

    return dotenv_values(DOTENV) if DOTENV.is_file() else {}


def _settings(words: Words) -> Settings:
    """The settings; unknown names are reported on the way. Raises StartupError."""
    dotenv = _dotenv()
    for name in unknown_settings(os.environ, dotenv):
        print(words("cli-unknown-setting", name=name), file=sys.stderr)
    return read_settings(os.environ, dotenv)


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where the platform has it."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def _await(work: Awaitable[int]) -> int:
    async def main() -> int:
        return await work

    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        return runner.run(main())


def _run(parsed: argparse.Namespace, words: Words) -> int:
    settings = _settings(words)
    if not settings.token:
        if parsed.require_token:
            raise StartupError("run-token-missing")
        parsed.port = None
        return _rehearse(parsed, words)
    from bot.running import run_bot

    return _await(run_bot(settings))


def _rehearse(parsed: argparse.Namespace, words: Words) -> int:
    from bot.rehearsal.run import rehearse

    chosen = _settings(words).page_port if parsed.port is None else parsed.port
    try:
        return _await(rehearse(port=chosen)) or 0
    except OSError as error:
        raise StartupError("run-port-taken", port=str(chosen)) from error


def _check(parsed: argparse.Namespace, words: Words) -> int:
    from bot.checking import check_everything, write_schemas

    if parsed.schema is not None:
        count = write_schemas(parsed.schema)
        print(words("cli-schemas-written", count=count, folder=str(parsed.schema)))
        return 0
    return _await(check_everything(words, _dotenv(), parsed.pack, say=print))


def _doctor(parsed: argparse.Namespace, words: Words) -> int:
    from bot.doctor import examine

    settings = _settings(words)
    return _await(examine(settings, words, parsed.backups or settings.state_dir / "backups", say=print))


def _sync(parsed: argparse.Namespace, words: Words) -> int:
    from bot.running import sync_commands

    settings = _settings(words)
    if not settings.token:
        raise StartupError("run-token-missing")
    print(words("cli-syncing"))
    count = _await(sync_commands(settings))
    print(words("cli-synced", count=count))
    return 0


def _invite(parsed: argparse.Namespace, words: Words) -> int:
    from bot.domain.permissions import NEEDS, SCOPES, number_of

    application = parsed.id or application_of(_settings(words).token)
    if not application:
        raise StartupError("invite-no-application")
    scopes = "+".join(SCOPES)
    asked = [need for need in NEEDS if need.minimal or not parsed.minimal]
    print(
        "https://discord.com/oauth2/authorize"
        f"?client_id={application}&permissions={number_of(asked)}&scope={scopes}&integration_type=0\n"
    )
    for scope in SCOPES:
        print(f"  {scope:<28} {words('scope-' + scope.replace('.', '-'))}")
    for need in asked:
        print(f"  {words(need.title):<28} {words(need.why)}")
    if parsed.minimal:
        print(f"\n{words('cli-invite-without')}")
        for need in NEEDS:
            if not need.minimal:
                print(f"  {words(need.title):<28} {words(need.without)}")
    return 0


def application_of(token: str) -> int:
    """The application id that a token begins with (its first part is the id in base 64); 0 when it has none."""
    first = token.split(".")[0]
    try:
        return int(base64.b64decode(first + "=" * (-len(first) % 4)))
    except (ValueError, binascii.Error):
        return 0


def _database_help(parsed: argparse.Namespace, words: Words) -> int:
    return 2


def _upgrade(parsed: argparse.Namespace, words: Words) -> int:
    from bot.store.engine.opening import open_database

    async def upgrade() -> int:
        db = await open_database(settings.database)
        await db.close()
        return 0

    settings = _settings(words)
    print(words("cli-db-upgrading"))
    _await(upgrade())
    print(words("cli-db-upgraded"))
    return 0


def _backup(parsed: argparse.Namespace, words: Words) -> int:
    from bot.clock import SystemClock
    from bot.store.engine.backups import dated, thin_out
    from bot.store.engine.opening import open_database

    async def backup(file: Path) -> int:
        db = await open_database(settings.database, migrate=False, expect_data=True)
        try:
            await db.backup(file)
        finally:
            await db.close()
        return 0

    settings = _settings(words)
    file = dated(parsed.file, SystemClock().now()) if parsed.keep else parsed.file
    with suppress(OSError):  # what cannot be made is told by the backup, which cannot be written then
        file.parent.mkdir(mode=0o700, exist_ok=True)
    print(words("cli-db-backing-up"))
    _await(backup(file))
    print(words("cli-db-backed-up", file=str(file), size=str(file.stat().st_size)))
    for old in thin_out(parsed.file, parsed.keep) if parsed.keep else ():
        print(words("cli-db-backup-dropped", file=str(old)))
    return 0


def _restore(parsed: argparse.Namespace, words: Words) -> int:
    from bot.store.engine.restore import restore

    settings = _settings(words)
    print(words("cli-db-restoring"))
    kept = restore(settings.database, parsed.file, force=parsed.force)
    print(words("cli-db-restored", file=str(parsed.file)))
    if kept is not None:
        print(words("cli-db-restore-kept", file=str(kept)))
    return 0


def _version(parsed: argparse.Namespace, words: Words) -> int:
    from importlib.metadata import PackageNotFoundError, version

    from bot.resources import commit, pack_version

    try:
        own = version("etoile-bot")
    except PackageNotFoundError:  # run from a checkout that was not installed
        own = words("cli-version-unknown")
    pack = pack_version()
    print(words("cli-version-line", version=own, commit=commit() or "-", pack=pack, discord=version("discord.py")))
    return 0
