"""What a rule may write under `with` for checks that hold a paper against a register of issuers, forms or entries."""

from pydantic import Field

from docverify.rules.parameters import FieldName, OfPapers, Silence


class IssuerListed(OfPapers):
    """`list`: the issuers of the register (`nrtl`); one that it lacks is undetermined, not wrong."""

    list: str = Field(min_length=1)
    silent: Silence = "undetermined"


class NumberForm(OfPapers):
    """`identifier`: the line of the register whose form the whole of a printed `field` has to have."""

    identifier: str = Field(min_length=1)
    field: FieldName = "document_number"
    silent: Silence = "undetermined"


class AccreditationKnown(OfPapers):
    """`silent`: what it means that a paper prints no accreditation."""

    silent: Silence = "undetermined"


class ExemptionsValid(OfPapers):
    """A paper without exemptions has nothing to hold against the register."""
