"""The committed corpus: complete, small, reproducible, and its truths speak the names of the design."""

import os
from pathlib import Path

import pytest
import yaml

from corpus.generator.catalogue import SEEN
from corpus.generator.defects import every
from corpus.generator.held_out.catalogue import RELEASED
from corpus.generator.layouts.unseen_catalogue import UNSEEN
from corpus.generator.manifest import manifest
from corpus.generator.suppliers.catalogue import SUPPLIERS
from corpus.generator.waves import waves, write_waves
from corpus.generator.write import draw, draw_paper, folder, to_yaml
from docverify.evaluation.labels import expected_documents, labelled_files, load_expected, pack_folders, walk_values
from docverify.facts.finding import Topic
from docverify.shipment_file import read_shipment_file

CORPUS = Path(__file__).parents[1] / "corpus"
LIMIT = 30 * 1024 * 1024
PACKS = every()


def test_the_manifest_names_every_document_and_no_other() -> None:
    loaded = yaml.safe_load((CORPUS / "manifest.yaml").read_text("utf-8"))
    named = {line["path"] for line in (*loaded["documents"], *loaded["papers"])}
    assert named == {path.relative_to(CORPUS).as_posix() for path in CORPUS.rglob("*.pdf")}
    assert loaded["about"]["licence"] == "Apache-2.0"


def test_the_manifest_is_what_the_generator_writes() -> None:
    assert (CORPUS / "manifest.yaml").read_text("utf-8") == manifest((*SEEN, *RELEASED, *SUPPLIERS, *UNSEEN), PACKS)


def test_the_corpus_is_small_and_its_paths_have_no_blanks() -> None:
    files = [path for path in CORPUS.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert sum(path.stat().st_size for path in files) < LIMIT
    assert [path for path in files if " " in str(path.relative_to(CORPUS))] == []


def test_a_tenth_of_the_layouts_is_held_out_and_both_parts_have_scans() -> None:
    entries = (*SEEN, *RELEASED, *SUPPLIERS, *UNSEEN)
    closed = [entry for entry in entries if entry.held_out]
    developed = [entry for entry in entries if not entry.held_out]
    assert len(closed) * 10 >= len(entries)
    for part in (developed, closed):
        assert any(sample.scan for entry in part for sample in entry.samples)
        assert any(not sample.scan for entry in part for sample in entry.samples)
    assert not any(entry.held_out for entry in (*SEEN, *RELEASED, *SUPPLIERS))
    assert len({entry.name for entry in entries}) == len(entries)


def test_every_truth_has_valid_names_and_pages() -> None:
    files = labelled_files(CORPUS)
    assert len(files) >= 90
    for file, document, _, value in walk_values(files):
        first, last = document.pages
        assert all(first <= page <= last for page in value.pages), file.name


def test_every_pack_says_what_is_expected_in_valid_names() -> None:
    folders = pack_folders(CORPUS)
    assert sum(not load_expected(pack)["defects"] for pack in folders) >= 4
    assert sum(bool(load_expected(pack)["defects"]) for pack in folders) >= 25
    for pack in folders:
        expected = load_expected(pack)
        assert expected["verdict"] in ("conforming", "nonconforming", "undetermined")
        assert expected["defects"] or expected["verdict"] == "conforming"
        papers = {path.name for path in (pack / "papers").iterdir()}
        assert set(expected["truth"]) == papers
        for defect in expected["defects"]:
            assert Topic(defect["topic"])
            assert defect["document"] is None or defect["document"] in papers
        for rows in expected["truth"].values():
            expected_documents(rows, at=str(pack))


def test_every_shipment_file_can_be_read_and_is_complete() -> None:
    for pack in pack_folders(CORPUS):
        shipment, _ = read_shipment_file(pack / "shipment.yaml")
        for product in shipment.products:
            assert product.manufacturer and product.factory and product.importers
            assert product.ratings.power_kw and product.firmware and product.hardware


AGAIN = ("doc-bilingual-zh", "cert-attestation", "ho-doc-letter", "un-doc-02", "un-qms-01")
SAMPLE = [entry for entry in (*SEEN, *RELEASED, *SUPPLIERS, *UNSEEN) if entry.name in AGAIN]


@pytest.mark.parametrize("entry", SAMPLE, ids=lambda entry: entry.name)
def test_a_sample_drawn_again_has_the_same_bytes(entry) -> None:
    for sample in entry.samples:
        pdf, truth = draw(entry, sample)
        place = folder(CORPUS, entry, sample)
        assert (place / "document.pdf").read_bytes() == pdf
        assert (place / "expected.yaml").read_text("utf-8") == to_yaml(truth)


def test_the_papers_of_one_pack_drawn_again_have_the_same_bytes() -> None:
    pack = next(pack for pack in PACKS if pack.name == "defect-document-altered")
    for paper in pack.papers:
        assert (CORPUS / "packs" / pack.name / "papers" / paper.file).read_bytes() == draw_paper(paper)[0]


def test_the_waves_drawn_again_have_the_same_bytes(tmp_path: Path) -> None:
    write_waves(tmp_path)
    drawn = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert drawn == {path: (CORPUS / path).read_bytes() for path in drawn}


def test_a_repeated_wave_has_no_change_and_every_other_wave_names_its_changes_with_old_and_new() -> None:
    rows = {row["wave"]: row for row in yaml.safe_load((CORPUS / "waves" / "waves.yaml").read_text("utf-8"))["waves"]}
    assert list(rows) == [wave.pack.name for wave in waves()]
    assert rows["wave-1-again"]["changes"] == []
    for name in ("wave-2", "wave-3"):
        assert rows[name]["against"] in rows and rows[name]["changes"]
        for change in rows[name]["changes"]:
            assert Topic(change["topic"]) is Topic.SHIPMENT_DRIFT
            assert (change["old"] is None) == (change["change"] == "paper_new")
            assert change["old"] != change["new"]
    assert any(change.get("quiet") for change in rows["wave-3"]["changes"])


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("DOCVERIFY_REGENERATE"), reason="set DOCVERIFY_REGENERATE=1 to draw all again")
def test_the_whole_corpus_drawn_again_has_the_same_bytes(tmp_path: Path) -> None:
    from corpus.generator.__main__ import main

    main(["--out", str(tmp_path)])
    drawn = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert drawn == {path: (CORPUS / path).read_bytes() for path in drawn}
