"""`docverify accounts`: who may sign in to the web page, with which role in which workspace."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from docverify.cli.keeping import VARIABLE, now, person
from docverify.errors import ToolMissing

if TYPE_CHECKING:
    from docverify.ledger import Ledger

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Accounts of the web page.")
Name = Annotated[str, typer.Argument(metavar="NAME")]
Folder = Annotated[Path, typer.Option(help="The folder that the server keeps things in.", metavar="DIR")]
LedgerAt = Annotated[
    str | None, typer.Option("--ledger", envvar=VARIABLE, help="Database; default: ledger.db in the folder.")
]
FOLDER = Path("docverify-web")


@app.command()
def add(
    name: Name,
    role: Annotated[str, typer.Option(help="viewer, reviewer or admin.")] = "reviewer",
    workspace: Annotated[str, typer.Option(help="Made when there is none of that name.")] = "default",
    outside: Annotated[
        bool, typer.Option("--outside", help="No password: NAME is the address that the OIDC provider vouches for.")
    ] = False,
    folder: Folder = FOLDER,
    ledger: LedgerAt = None,
) -> None:
    """Add an account, or give an existing one a role in a workspace; the password is asked for, or read from stdin."""
    from docverify.ledger.desk.accounts import add_account, password_hash_of

    book = _opened(folder, ledger)
    known = password_hash_of(book, name) is not None
    hash_kept = "" if known or outside else _hash(_password())
    add_account(book, name, hash_kept, workspace=workspace, role=role, who=person(), at=now())
    typer.echo(f"{name}: {role} in {workspace}{' (password as before)' if known else ''}")


@app.command()
def password(name: Name, folder: Folder = FOLDER, ledger: LedgerAt = None) -> None:
    """Set a new password; every session of the account ends."""
    from docverify.ledger.desk.accounts import set_password

    book = _opened(folder, ledger)
    set_password(book, name, _hash(_password()), who=person(), at=now())
    typer.echo(f"{name}: new password; signed out everywhere")


@app.command()
def disable(name: Name, folder: Folder = FOLDER, ledger: LedgerAt = None) -> None:
    """Let an account do nothing any more; its sessions and tokens end."""
    from docverify.ledger.desk.accounts import disable as end

    end(_opened(folder, ledger), name, who=person(), at=now())
    typer.echo(f"{name}: disabled")


def _opened(folder: Path, ledger: str | None) -> "Ledger":
    from docverify.ledger import open_ledger

    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return open_ledger(ledger or folder / "ledger.db")


def _password() -> str:
    if sys.stdin.isatty():
        entered: str = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
        return entered
    return sys.stdin.readline().rstrip("\r\n")


def _hash(text: str) -> str:
    try:
        from docverify.web.passwords import hash_of
    except ModuleNotFoundError as error:
        raise ToolMissing(f"{error.name} is not installed; run: pip install 'docverify[web]'") from error
    return hash_of(text)
