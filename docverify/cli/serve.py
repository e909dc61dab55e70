"""`docverify serve`: the web page on this machine, or for a team that signs in."""

from pathlib import Path
from typing import Annotated, Any

import typer

from docverify.cli.keeping import VARIABLE
from docverify.errors import ToolMissing, UsageError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    folder: Annotated[Path, typer.Option(help="Where papers, results and accounts are kept.", metavar="DIR")] = Path(
        "docverify-web"
    ),
    host: Annotated[
        str, typer.Option(help="Address to listen on; any but this machine's own needs accounts.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    ledger: Annotated[
        str | None,
        typer.Option(envvar=VARIABLE, help="Database; default: ledger.db in the folder.", metavar="FILE|URL"),
    ] = None,
    workers: Annotated[int, typer.Option(min=0, help="Packs checked at the same time; 0: by another server.")] = 2,
    jobs: Annotated[int, typer.Option(min=1, help="Papers of a pack read at the same time.")] = 2,
    accounts: Annotated[bool, typer.Option("--accounts", help="People sign in, on this machine, too.")] = False,
    name: Annotated[
        list[str] | None, typer.Option(help="A host name by which people reach the server.", metavar="HOST")
    ] = None,
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate (PEM).", metavar="FILE")] = None,
    key: Annotated[Path | None, typer.Option(help="Its key (PEM).", metavar="FILE")] = None,
    oidc_issuer: Annotated[
        str | None, typer.Option(help="OpenID Connect provider by which people sign in, too.", metavar="URL")
    ] = None,
    oidc_client: Annotated[str, typer.Option(help="This server's client id there.", metavar="ID")] = "docverify",
    oidc_secret: Annotated[
        Path | None, typer.Option(help="File with the client's secret; none for a public client.", metavar="FILE")
    ] = None,
    behind_tls: Annotated[
        bool, typer.Option("--behind-tls", help="A proxy on this machine speaks HTTPS with the browsers.")
    ] = False,
) -> int:
    """Serve the web page: upload a pack, see the findings beside the page, send the letter.

    On this machine alone nobody signs in. For a team: add accounts with `docverify accounts add`, then

      docverify serve --host 0.0.0.0 --certificate cert.pem --key key.pem --name papers.example.com
    """
    settings_of, run, open_ledger, any_account = _web()
    alone = host in LOOPBACK and not accounts
    secure = behind_tls or certificate is not None
    if host not in LOOPBACK and not secure:
        raise UsageError(
            f"--host {host}: passwords must not go in the clear; give --certificate and --key, or --behind-tls"
        )
    names = (*LOOPBACK, "[::1]", *(name or ())) if alone else tuple(name or ())
    settings = settings_of(
        folder=str(folder.resolve()),
        ledger=ledger or "",
        host=host,
        port=port,
        workers=workers,
        jobs=jobs,
        accounts=not alone,
        secure=secure,
        names=names,
        oidc_issuer=_issuer(oidc_issuer) if oidc_issuer else "",
        oidc_client=oidc_client,
        oidc_secret_file=str(oidc_secret.resolve()) if oidc_secret else "",
    )
    if not alone:
        folder.mkdir(parents=True, exist_ok=True)
        book = open_ledger(settings.database)
        known = any_account(book)
        book.close()
        if not known:
            raise UsageError("nobody could sign in: add an account first (docverify accounts add NAME --role admin)")
    typer.echo(f"docverify on {'https' if certificate else 'http'}://{host}:{port}/ (papers in {folder})", err=True)
    run(settings, certificate=str(certificate) if certificate else None, key=str(key) if key else None)
    return 0


def _issuer(address: str) -> str:
    try:
        from docverify.web.oidc import checked
    except ModuleNotFoundError as error:
        raise ToolMissing(f"{error.name} is not installed; run: pip install 'docverify[oidc]'") from error
    return checked(address)


def _web() -> tuple[Any, Any, Any, Any]:
    try:
        from docverify.ledger import open_ledger
        from docverify.ledger.desk.accounts import any_account
        from docverify.web.serving import run
        from docverify.web.settings import Settings
    except ModuleNotFoundError as error:
        raise ToolMissing(f"{error.name} is not installed; run: pip install 'docverify[web]'") from error
    return Settings, run, open_ledger, any_account
