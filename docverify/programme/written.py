"""`programme.yaml` → a Programme: the stages with what each asks for. Refuses unknown keys, kinds and schemes."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from docverify.errors import UsageError
from docverify.facts.document import SCHEMES, DocumentKind
from docverify.facts.finding import Topic
from docverify.marked_yaml import complain, read_yaml, written_text

STAGES = ("before_visit", "at_visit", "pilot_order", "each_shipment")
Text = Annotated[str, Field(min_length=1)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class WantedPaper(_Written):
    """A paper that a stage asks for, or another that may stand for it."""

    kind: DocumentKind
    scheme: tuple[Text, ...] = ()
    or_kind: DocumentKind | None = None
    or_scheme: tuple[Text, ...] = ()
    when: Literal["radios", "internet", "billing", "private_label"] | None = None
    why: str = ""

    @field_validator("scheme", "or_scheme", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return (value,) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _known_schemes(self) -> "WantedPaper":
        for kind, schemes in ((self.kind, self.scheme), (self.or_kind, self.or_scheme)):
            known = SCHEMES.get(kind, ()) if kind else ()
            unknown = [scheme for scheme in schemes if scheme not in known]
            if unknown:
                allowed = ", ".join(known) or "none"
                raise ValueError(f"{unknown[0]} is no scheme of {kind.value if kind else 'nothing'}; known: {allowed}")
        return self

    @property
    def name(self) -> str:
        """The paper in words."""
        named = [_called(self.kind, self.scheme)] + ([_called(self.or_kind, self.or_scheme)] if self.or_kind else [])
        return " or ".join(named)


def _called(kind: DocumentKind, schemes: tuple[str, ...]) -> str:
    word = kind.value.replace("_", " ")
    return f"{word} ({' or '.join(scheme.replace('_', ' ') for scheme in schemes)})" if schemes else word


class WantedStage(_Written):
    """What must be there for a stage: papers, and topics without an open failure."""

    papers: tuple[WantedPaper, ...] = ()
    clear: tuple[Topic, ...] = ()
    approved_sample: bool = False
    units: bool = False
    conforming: bool = False

    def joined(self, more: "WantedStage") -> "WantedStage":
        """Both together."""
        return WantedStage(
            papers=tuple(dict.fromkeys((*self.papers, *more.papers))),
            clear=tuple(dict.fromkeys((*self.clear, *more.clear))),
            approved_sample=self.approved_sample or more.approved_sample,
            units=self.units or more.units,
            conforming=self.conforming or more.conforming,
        )


class WrittenStages(_Written):
    """The stages, in the order in which they are passed."""

    before_visit: WantedStage | None = None
    at_visit: WantedStage | None = None
    pilot_order: WantedStage | None = None
    each_shipment: WantedStage | None = None


class Programme(_Written):
    """The programme file. `models` limits it to shipments of these models."""

    programme: Text
    deployment: Literal["distributor", "fleet", "site_host", "private_label"]
    models: tuple[Text, ...] = ()
    stages: WrittenStages = WrittenStages()

    def wanted(self) -> Mapping[str, WantedStage]:
        """What each stage asks for: what the file says of it, else what its deployment model does."""
        own = {name: getattr(self.stages, name) for name in STAGES}
        return {name: own[name] or _usual(self.deployment, name) for name in STAGES}


@cache
def _deployments() -> Mapping[str, WrittenStages]:
    text = resources.files("docverify.programme").joinpath("deployments.yaml").read_text("utf-8")
    return {name: WrittenStages.model_validate(entry) for name, entry in yaml.safe_load(text).items()}


def _usual(deployment: str, stage: str) -> WantedStage:
    every, own = (getattr(_deployments()[name], stage) or WantedStage() for name in ("every", deployment))
    joined: WantedStage = every.joined(own)
    return joined


def read_programme(path: Path) -> Programme:
    """The programme of the file; UsageError naming `path:line:column` when it is malformed."""
    text = written_text(path, what="programme")
    data, marks = read_yaml(text, path=str(path))
    if not isinstance(data, dict):
        raise UsageError(f"{path}:1:1: a programme is a mapping that starts with 'programme:'")
    try:
        return Programme.model_validate(data)
    except ValidationError as error:
        raise UsageError(complain(error, marks, path=str(path), model=Programme)) from error
