"""What a rule on manuals may write under `with`, for `checks_manual_text` and `checks_manual_acts`."""

from typing import Literal

from docverify.rules.parameters import OfPapers


class FreeOf(OfPapers):
    """`of`: the kind of mistake the reader of manuals tells the places of; `kinds`: only these of them."""

    of: Literal[
        "dangling", "dead_links", "decimals", "units", "fonts_not_embedded", "renamed", "warnings", "lost_files"
    ]
    kinds: tuple[Literal["figure", "table", "section", "page", "link"], ...] = ()


class MadeWith(OfPapers):
    """`what` the file has to have; a manual of fewer pages than `from_pages` needs it not."""

    what: Literal["bookmarks", "tags", "language", "one_page_size", "no_encryption"]
    from_pages: int = 1


class LanguagesAlike(OfPapers):
    """`what` is compared between the languages of a manual; `within`: the share that the poorest may lack."""

    what: Literal["chapters", "warnings", "tables", "figures"]
    within: float = 0.0


class DeclarationQuoted(OfPapers):
    """`what` of the declaration the manual has to repeat: the acts it quotes, or the product its declaration names."""

    what: Literal["acts", "product"]


class SaidOfProduct(OfPapers):
    """`what` the running text states of the product: its ratings, or its connectors."""

    what: Literal["ratings", "connectors"]


class ProductStated(OfPapers):
    """`what` of the product's file the manual has to state; `fault`: that it is absent, or that another is printed."""

    what: Literal["firmware", "importer", "manufacturer_address", "importer_address"]
    fault: Literal["absent", "other"] = "absent"
