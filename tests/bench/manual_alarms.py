"""What the manual check says of real manuals, as manuals of a product file that fits them: findings by rule and file.

    python -m tests.bench.manual_alarms FOLDER

The folder holds PDFs or HTML pages (Debian's installation-guide-amd64, linuxcnc-doc-en, kicad-doc-en). Which of the
findings are wrong is for a person to say: `docs/accuracy.md` lists them.
"""

import contextlib
import io
import os
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from pypdf import PdfReader

from docverify.cli.main import run

PRODUCT = """\
model: {model}
type: ac_mode3
brand: {brand}
manufacturer: {{name: "{maker}", country: DE}}
radios: []
internet: false
use: [workplace]
markets: [{market}]
"""
SETTINGS = """\
products = "product.yaml"
[[manuals]]
files = "{name}"
products = "{model}"
"""
COUNTRIES = {"cs": "CZ", "da": "DK", "sv": "SE", "en": "IE", "zh_CN": "CN", "ja": "JP", "ko": "KR", "ca": "ES"}
EU = frozenset({"DE", "FR", "ES", "IT", "NL", "PT", "RO"})


def market_of(name: str) -> str:
    """The country of the language in the file's name."""
    part = name.split(".")[1] if name.startswith("install.") else "en"
    country = COUNTRIES.get(part, part.upper())
    return f"EU, {country}" if country in EU | set(COUNTRIES.values()) - {"CN", "JP", "KR"} else "manual"


def model_of(name: str) -> str:
    """What the manual is of."""
    if "LinuxCNC" in name:
        return "LinuxCNC"
    return "KiCad" if name.endswith(".html") else "amd64"


def product_for(name: str) -> str:
    """A product file that fits the manual."""
    maker = {"LinuxCNC": "LinuxCNC.org", "KiCad": "KiCad", "amd64": "Debian Installer team"}[model_of(name)]
    return PRODUCT.format(model=model_of(name), brand=maker.split(" ")[0], maker=maker, market=market_of(name))


def pages_in(path: Path) -> int:
    """Pages of a PDF; an HTML page counts as one for every 3,000 characters."""
    if path.suffix == ".pdf":
        return len(PdfReader(path).pages)
    return max(1, path.stat().st_size // 3000)


def main() -> None:
    """Print every line of every manual, then the counts."""
    rules: Counter[str] = Counter()
    pages = 0
    os.environ["DOCVERIFY_CACHE"] = ""
    for path in sorted(Path(sys.argv[1]).glob("*.*")):
        if path.suffix not in (".pdf", ".html"):
            continue
        with tempfile.TemporaryDirectory() as held:
            folder = Path(held)
            shutil.copy(path, folder / path.name)
            (folder / "product.yaml").write_text(product_for(path.name), "utf-8")
            (folder / "docverify.toml").write_text(SETTINGS.format(name=path.name, model=model_of(path.name)), "utf-8")
            if (path.parent / "images").is_dir() and path.suffix == ".html":
                shutil.copytree(path.parent / "images", folder / "images")
            here = Path.cwd()
            os.chdir(folder)
            said = io.StringIO()
            with contextlib.redirect_stdout(said):
                run(["manual", path.name])
            os.chdir(here)
        count = pages_in(path)
        pages += count
        lines = said.getvalue().splitlines()
        rules.update(line.rsplit("[", 1)[-1].rstrip("]") for line in lines)
        sys.stdout.write(f"== {path.name} {count} pages, {len(lines)} findings\n")
        sys.stdout.writelines(f"{line[:300]}\n" for line in lines)
    sys.stdout.write(f"{pages} pages, {sum(rules.values())} findings: {dict(rules.most_common())}\n")


if __name__ == "__main__":
    main()
