"""A manual as a thing that was made: its chapters, pointers, codes, revisions, numbers and units, language by language.

Nothing here is a field of the paper; it goes into the document's marks, `manual`, where the rules on manuals look.
"""

from docverify.extraction.anatomy.anatomy import with_anatomy
from docverify.extraction.anatomy.left_over import left_overs

__all__ = ["left_overs", "with_anatomy"]
