"""Files to documents in child processes that may be killed: a hang, crash or bomb costs that file and nothing else."""

from docverify.worker.limits import Limits
from docverify.worker.pool import read_all

__all__ = ["Limits", "read_all"]
