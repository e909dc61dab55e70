"""A manual as a thing that was made: its chapters, pointers, codes, revisions, numbers and units, language by language.

Nothing here is a field of the paper; it goes into the document's marks, `manual`, where the rules on manuals look.
"""

from docverify.extraction.anatomy.anatomy import with_anatomy

__all__ = ["with_anatomy"]
