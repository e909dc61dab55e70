"""Programs that tests run for real; a missing one skips the test, but fails it in continuous integration."""

import os
import shutil

import pytest


def program(name: str) -> str:
    """The path of an installed program (see tests/system_packages.sh)."""
    found = shutil.which(name)
    if found is None:
        complaint = f"{name} is not installed: run tests/system_packages.sh as root"
        if os.environ.get("CI"):
            pytest.fail(complaint)
        pytest.skip(complaint)
    return found
