"""`programme.yaml` and results → which stage of a supplier's approval is passed, what is missing, and why."""

from docverify.programme.render import render_status, stand_to_json
from docverify.programme.standing import stand
from docverify.programme.written import read_programme

__all__ = ["read_programme", "render_status", "stand", "stand_to_json"]
