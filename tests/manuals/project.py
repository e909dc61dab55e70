"""A brand's repository with a product file, settings and manuals without a flaw, to put flaws into."""

import re
import subprocess
from datetime import date
from pathlib import Path

from docverify.manuals.skeleton import skeleton
from docverify.settings import find_settings

DAY = date(2026, 11, 24)
PRODUCT = """\
model: EVC-22S-W
type: ac_mode3
brand: Voltora
manufacturer: {name: "Voltora GmbH", address: "Ladestraße 1, 10115 Berlin", country: DE}
hardware: C
firmware: 1.8.4
ratings: {voltage_v: 400, current_a: 32, phases: 3, power_kw: 22, frequency_hz: 50, ip: IP54, ik: IK10}
connectors: [type2_socket]
radios: [wifi_2g4]
internet: true
use: [workplace]
private_label: {oem_brand: Nantai, oem_model: NT-AC22}
markets: [EU, DE, IE]
"""
SETTINGS = """\
products = "products/*.yaml"
exclude = ["drafts/"]
brands = ["Voltora"]

[[manuals]]
files = "manuals/evc22-*"
products = ["EVC-22S-W"]

[oem]
words = ["Brightwatt"]
domains = ["nantai-power.com"]
"""
FILLED = (
    (r"wifi_2g4 … MHz, … dBm", "Wi-Fi 2400–2483.5 MHz, 20 dBm"),
    (r"https://…", "https://voltora.example/doc"),
    (r"security@…", "security@voltora.example"),
    (r": … \([^)]*\)", ": FR"),
)


def manual(language: str, root: Path) -> str:
    """A manual without a flaw in that language."""
    text = skeleton("EVC-22S-W", language, find_settings(root), as_of=DAY)
    for pattern, filled in FILLED:
        text = re.sub(pattern, filled, text)
    return text.replace("2483.5", "2483,5") if language == "de" else text


def repository(root: Path) -> Path:
    """The folder, a git repository with everything committed."""
    for folder in ("products", "manuals", "drafts"):
        (root / folder).mkdir(parents=True)
    (root / "products" / "evc22.yaml").write_text(PRODUCT, "utf-8")
    (root / "docverify.toml").write_text(SETTINGS, "utf-8")
    for language in ("en", "de"):
        (root / "manuals" / f"evc22-{language}.md").write_text(manual(language, root), "utf-8")
    git(root, "init", "--quiet")
    commit(root, "manuals")
    return root


def git(root: Path, *arguments: str) -> str:
    """What git prints."""
    names = ["-c", "user.name=Writer", "-c", "user.email=writer@voltora.example", "-c", "commit.gpgsign=false"]
    found = subprocess.run(["git", *names, *arguments], cwd=root, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr
    return found.stdout


def commit(root: Path, message: str) -> None:
    """Commit everything, on the day of the tests."""
    git(root, "add", "--all")
    day = f"{DAY.isoformat()}T08:00:00"
    subprocess.run(
        ["git", "-c", "user.name=Writer", "-c", "user.email=w@v.example", "commit", "--quiet", "--message", message],
        cwd=root,
        check=True,
        env={"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "PATH": "/usr/bin:/bin", "HOME": str(root)},
    )
