"""How a server is run: where it keeps things, how many workers it has, how much it takes. Handed on as JSON."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from docverify.errors import UsageError

VARIABLE = "DOCVERIFY_WEB"  # how the workers are told
PARENT = "DOCVERIFY_WEB_PARENT"  # and whose they are: it may be gone before they have started


@dataclass(frozen=True, slots=True)
class Settings:
    """`accounts`: people sign in; otherwise the one on this machine may do everything. `secure`: reached by HTTPS."""

    folder: str
    ledger: str = ""
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    jobs: int = 2
    accounts: bool = False
    secure: bool = False
    names: tuple[str, ...] = ()  # hosts by which the server is reached; empty with accounts: any
    file_bytes: int = 256 << 20
    pack_bytes: int = 2 << 30
    pack_files: int = 5000
    lease_s: float = 15.0
    session_hours: float = 12.0
    idle_hours: float = 2.0
    oidc_issuer: str = ""  # the provider by which people may sign in; empty: none
    oidc_client: str = ""
    oidc_secret_file: str = ""
    oidc_name: str = "your organisation's account"

    @property
    def database(self) -> str:
        """The ledger's file or URL."""
        return self.ledger or str(Path(self.folder) / "ledger.db")

    def as_json(self) -> str:
        """The settings for another process."""
        return json.dumps(asdict(self))


def settings_from(text: str) -> Settings:
    """The settings that `as_json` wrote."""
    values = json.loads(text)
    return Settings(**{**values, "names": tuple(values["names"])})


def prepared(folder: Path) -> Path:
    """The folder with everything in it that a server needs; UsageError when it cannot be made or written."""
    try:
        for name in ("papers", "incoming", "work", "pictures"):
            (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        if not (folder / "secret").exists():
            part = folder / f".secret-{os.getpid()}"
            part.touch(mode=0o600)
            part.write_text(secrets.token_hex(32), "ascii")
            part.replace(folder / "secret")
    except OSError as error:
        raise UsageError(f"{folder}: cannot be used to keep papers: {error.strerror}") from error
    return folder
