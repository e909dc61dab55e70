import io
import os
import zipfile
from pathlib import Path

import pytest

from docverify.errors import UnreadableInput
from docverify.intake import IntakeLimits, take_in

PDF = b"%PDF-1.7\nnot much of a paper\n%%EOF\n"


def archive(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in members.items():
            bundle.writestr(name, content)
    return buffer.getvalue()


def write(folder: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def test_papers_come_in_order_of_name_relative_to_the_folder(tmp_path: Path) -> None:
    write(tmp_path, **{"b.pdf": PDF + b"b", "a/z.pdf": PDF + b"z", "c.zip": archive(**{"d/e.pdf": PDF + b"e"})})
    intake = take_in([tmp_path])
    assert [source.path for source in intake.sources] == ["a/z.pdf", "b.pdf", "c.zip/d/e.pdf"]
    assert intake.refusals == ()


def test_a_paper_sent_twice_is_kept_once_and_said(tmp_path: Path) -> None:
    intake = take_in([write(tmp_path, **{"a.pdf": PDF, "b.pdf": PDF, "c.zip": archive(**{"d.pdf": PDF})})])
    assert [source.path for source in intake.sources] == ["a.pdf"]
    assert intake.duplicates == (("b.pdf", "a.pdf"), ("c.zip/d.pdf", "a.pdf"))


def test_files_of_the_shipment_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, **{"a.pdf": PDF, "shipment.yaml": b"shipment: 1", "units.csv": b"serial"})
    intake = take_in([tmp_path], not_papers=[tmp_path / "shipment.yaml", tmp_path / "units.csv"])
    assert [source.path for source in intake.sources] == ["a.pdf"]
    assert intake.refusals == ()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b"hello", "not a PDF"),
        (b"\xd0\xcf\x11\xe0 old", "not a PDF but an old Office file"),
        (archive(**{"[Content_Types].xml": b"<x/>"}), "not a PDF but an Office file"),
    ],
)
def test_what_is_no_paper_is_refused_with_the_reason_and_advice(tmp_path: Path, content: bytes, reason: str) -> None:
    (refusal,) = take_in([write(tmp_path, **{"x.doc": content})]).refusals
    assert (refusal.path, refusal.reason) == ("x.doc", reason)
    assert refusal.advice


def test_a_pdf_is_known_by_its_content_not_its_name(tmp_path: Path) -> None:
    intake = take_in([write(tmp_path, **{"report.txt": b"\x00" * 100 + PDF})])
    assert [source.path for source in intake.sources] == ["report.txt"]


def test_hidden_files_are_passed_over_but_counted(tmp_path: Path) -> None:
    intake = take_in(
        [write(tmp_path, **{".x.pdf": PDF, "__MACOSX/a.pdf": PDF, "a.zip": archive(**{".DS_Store": b"x"})})]
    )
    assert intake.sources == ()
    assert intake.hidden == (".x.pdf", "__MACOSX", "a.zip/.DS_Store")


def test_settings_and_traces_of_file_browsers_are_set_aside(tmp_path: Path) -> None:
    write(tmp_path, **{"shipment.yaml": b"a: 1", "Thumbs.db": b"x", "p.zip": archive(**{"desktop.ini": b"y"})})
    intake = take_in([tmp_path])
    assert intake.set_aside == ("Thumbs.db", "p.zip/desktop.ini", "shipment.yaml")
    assert intake.refusals == ()


def test_an_archive_of_another_kind_is_refused_with_its_own_advice(tmp_path: Path) -> None:
    (refusal,) = take_in([write(tmp_path, **{"p.rar": b"Rar!\x1a\x07"})]).refusals
    assert (refusal.reason, refusal.advice) == ("not a PDF but a RAR archive", "Unpack it, or ask for a ZIP.")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../../etc/cron.pdf", "the name leads out of the archive"),
        ("a/..\\b.pdf", "the name leads out of the archive"),
        ("/etc/x.pdf", "the name is an absolute path"),
        ("C:\\x.pdf", "the name is an absolute path"),
        ("a\tb.pdf", "the name holds control characters"),
        ("a\u202egpj.pdf", "the name holds control characters"),
        ("dir/CON.pdf", "the name is one that a system keeps for a device"),
        ("a" * 500 + ".pdf", "the name is longer than 400 characters"),
    ],
)
def test_bad_names_in_an_archive_are_refused(tmp_path: Path, name: str, reason: str) -> None:
    intake = take_in([write(tmp_path, **{"p.zip": archive(**{name: PDF, "good.pdf": PDF})})])
    assert [refusal.reason for refusal in intake.refusals] == [reason]
    assert [source.path for source in intake.sources] == ["p.zip/good.pdf"]
    assert all(ord(char) >= 32 for char in intake.refusals[0].path)


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        link = zipfile.ZipInfo("link.pdf")
        link.external_attr = 0o120777 << 16
        bundle.writestr(link, "/etc/passwd")
    (refusal,) = take_in([write(tmp_path, **{"p.zip": buffer.getvalue()})]).refusals
    assert refusal.reason == "the member is a link"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", **{"a.pdf": PDF})
    inside = write(tmp_path / "pack", **{"b.pdf": PDF + b"b"})
    (inside / "a.pdf").symlink_to(outside / "a.pdf")
    intake = take_in([inside])
    assert [source.path for source in intake.sources] == ["b.pdf"]
    assert [refusal.reason for refusal in intake.refusals] == ["the link leads out of the folder"]


def test_archives_in_archives_are_opened_to_a_depth(tmp_path: Path) -> None:
    content = archive(**{"paper.pdf": PDF})
    for _ in range(2):
        content = archive(**{"inner.zip": content})
    intake = take_in([write(tmp_path, **{"p.zip": content})])
    assert [source.path for source in intake.sources] == ["p.zip/inner.zip/inner.zip/paper.pdf"]
    (refusal,) = take_in([write(tmp_path, **{"p.zip": archive(**{"inner.zip": content})})]).refusals
    assert refusal.reason == "archives nested deeper than 3"


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = archive(**{"bomb.pdf": PDF + b"\0" * (64 << 20), "good.pdf": PDF})
    intake = take_in([write(tmp_path, **{"p.zip": bomb})])
    assert [(r.path, r.reason) for r in intake.refusals] == [("p.zip/bomb.pdf", "unpacks to far more than its size")]
    assert [source.path for source in intake.sources] == ["p.zip/good.pdf"]


def test_a_bomb_of_many_members_stops_at_the_archives_ratio(tmp_path: Path) -> None:
    members = {f"{n:03}.pdf": PDF + b"\0" * (1 << 20) + bytes([n]) for n in range(200)}
    intake = take_in([write(tmp_path, **{"p.zip": archive(**members)})], limits=IntakeLimits(ratio=20))
    assert "the archive unpacks to far more than its size" in [refusal.reason for refusal in intake.refusals]
    assert sum(len(source.content) for source in intake.sources) < 64 << 20


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(archive(**{"a.pdf": PDF}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    (refusal,) = take_in([write(tmp_path, **{"p.zip": bytes(content)})]).refusals
    assert (refusal.path, refusal.reason) == ("p.zip/a.pdf", "encrypted in the archive")


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    content = archive(**{"a.pdf": os.urandom(5000)})
    (refusal,) = take_in([write(tmp_path, **{"p.zip": content[:2000]})]).refusals
    assert refusal.reason.startswith("the archive is damaged")


def test_limits_on_number_and_size_refuse_the_rest_by_name(tmp_path: Path) -> None:
    write(tmp_path, **{f"{n}.pdf": PDF + bytes([n]) for n in range(5)}, **{"x.pdf": PDF + b"x" * 5000})
    few = take_in([tmp_path], limits=IntakeLimits(files=3))
    assert [source.path for source in few.sources] == ["0.pdf", "1.pdf", "2.pdf"]
    assert [(r.path, r.reason) for r in few.refusals] == [("3.pdf", "more than 3 files")]
    small = take_in([tmp_path], limits=IntakeLimits(file_bytes=1000))
    assert [(r.path, r.reason) for r in small.refusals] == [("x.pdf", "larger than 0 MB")]
    total = take_in([tmp_path], limits=IntakeLimits(total_bytes=100))
    assert len(total.sources) + len(total.refusals) == 6


def test_a_path_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="no such file or folder"):
        take_in([tmp_path / "nothing"])


def test_two_members_of_one_name_get_paths_of_their_own(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with pytest.warns(UserWarning), zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("a.pdf", PDF)
        packed.writestr("a.pdf", PDF + b"%")
    (tmp_path / "pack.zip").write_bytes(buffer.getvalue())
    assert sorted(source.path for source in take_in([tmp_path]).sources) == ["pack.zip/a (2).pdf", "pack.zip/a.pdf"]
