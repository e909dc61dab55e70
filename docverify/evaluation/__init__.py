"""How well documents are read and seeded defects found, measured against labelled papers.

`evaluate_corpus(folder)` gives an `Evaluation`; `render` prints it for people, `as_json` for programs. The folder holds
`expected.yaml` files beside documents, packs with a `shipment.yaml`, or labels of papers that are not in the folder
(repository, path and hash), which are measured where the environment variable DOCVERIFY_REAL names their place.
"""

from docverify.evaluation.run import Evaluation, evaluate_corpus, evaluate_documents, evaluate_packs
from docverify.evaluation.text import as_json, render

__all__ = ["Evaluation", "as_json", "evaluate_corpus", "evaluate_documents", "evaluate_packs", "render"]
