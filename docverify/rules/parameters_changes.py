"""What a rule may write under `with` for checks on changes between versions and on the chain of a private label."""

from typing import Literal

from docverify.rules.parameters import OfPapers, Papers, SomePapers


class VersionsBridged(OfPapers):
    """`field`: the version the papers print; `notices`: the papers that lead from one version to the next."""

    field: Literal["hardware_version", "firmware_version", "software_version"]
    notices: SomePapers


class LabelChain(OfPapers):
    """`papers`: the evidence in the maker's name; `own`: papers that have to be in the brand's."""

    own: Papers = ()
