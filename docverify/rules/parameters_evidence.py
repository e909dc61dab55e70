"""What a rule may write under `with` for checks on evidence given together, on the product, and on neither."""

from typing import Annotated

from pydantic import AfterValidator, Field

from docverify.rules.pack import Written
from docverify.rules.parameters import FieldPresent, Papers, Silence
from docverify.rules.when import ConditionError, condition


def _condition(text: str) -> str:
    try:
        names = condition(text).names
    except ConditionError as error:
        raise ValueError(f"{error.reason} (column {error.column} of the condition)") from None
    if any(not name.startswith("product.") for name in names):
        raise ValueError("it asks for values of the product only; write the rest under `when`")
    return text


class FieldsShown(FieldPresent):
    """As `field_present`, but over all papers of these kinds that cover a product together."""

    absent: Silence = "not_applicable"


class ProductIs(Written):
    """`holds`: a condition on the product that ships, as in `when`."""

    holds: Annotated[str, Field(min_length=1), AfterValidator(_condition)]


class Answered(Written):
    """`because` says why no paper decides it; `papers` are those in which people may find it.

    A person answers under `answers` in the shipment file, by the id of the rule.
    """

    because: str = Field(min_length=1)
    papers: Papers = ()
