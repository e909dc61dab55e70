"""What a line or a legend says beside its codes: nothing named there is covered without a person's word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.designation import ModelFamily
from docverify.facts.designation_doubts import doubt_of_clause, doubt_of_line, doubt_of_range

# printed line -> models that a careful person would not take as covered by it
NEVER_COVERED = {
    "EVK-22 has not been tested": "EVK-22",
    "EVK-22; EVK-23 untested": "EVK-23",
    "EVK-22; EVK-23 deleted": "EVK-23",
    "EVK-22, EVK-24 (under evaluation)": "EVK-24",
    "EVK-22 / future model EVK-44": "EVK-44",
    "EVK-22, withdrawn: EVK-11": "EVK-11",
    "EVK-22; EVK-23: no": "EVK-23",
    "EVK-22 PASS, EVK-23 FAIL": "EVK-23",
    "EVK-22; EVK-23 (N/A)": "EVK-23",
    "EVK-22; EVK-23 excepted": "EVK-23",
    "EVK-22; apart from EVK-23": "EVK-23",
    "EVK-22, no EVK-23": "EVK-23",
    "EVK-22 ≠ EVK-11": "EVK-11",
    "EVK-22 → EVK-23": "EVK-23",
    "EVK-22 does not include EVK-23": "EVK-23",
    "EVK-22(不含EVK-11)": "EVK-11",
    "EVK-22, ausgenommen EVK-22-P": "EVK-22-P",
    "EVK-22, z wyjątkiem EVK-22-P": "EVK-22-P",
    "☑ EVK-22 ☐ EVK-23": "EVK-23",
    "EVK-22 ✓ EVK-23 ✗": "EVK-23",
    "■ EVK-22 □ EVK-23": "EVK-23",
    "EVK-22 (EU), EVK-23 (US, separate report)": "EVK-23",
    "EVK-22; for EVK-23 see report XTL-5": "EVK-23",
    "for EVK-23 refer to XTL-5; EVK-22": "EVK-23",
    "EVK-22 series w/o EVK-22-W": "EVK-22-W",
    "EVK-22,EVK-43 不在本报告范围": "EVK-43",
    "EVK-22, EVK-43 wird separat geprüft": "EVK-43",
    "EVK-22, EVK-43 folgt": "EVK-43",
    "EVK-22, EVK-43 fait l'objet d'un autre rapport": "EVK-43",
    "EVK-22, EVK-43 nie objęty": "EVK-43",
    "EVK-22, EVK-43 escluso": "EVK-43",
    "EVK-22 for EVK-P1": "EVK-P1",
    "EVK-22 ↔ EVK-23": "EVK-23",
    "Certificate applies to EVK-22. EVK-33 requires re-test": "EVK-33",
    "EVK-33 was superseded by EVK-22": "EVK-33",
    "EVK-22; draft: EVK-33": "EVK-33",
    "neither EVK-22 nor EVK-23": "EVK-22; EVK-23",
    "none of EVK-22, EVK-23": "EVK-22; EVK-23",
    "rejected: EVK-22": "EVK-22",
    "EVK-22 did not comply": "EVK-22",
    "EVK-22 non-compliant": "EVK-22",
    "EVK-22 durchgefallen": "EVK-22",
    "EVK-22 不合格": "EVK-22",
    "EVK-22-A bis EVK-22-C, ohne B": "EVK-22-B",
    # other things than models
    "Accessories: cable CB-5, holder HD-1": "CB-5; HD-1",
    "EVK-22 with meter module MM-3": "MM-3",
    "EVK-22, PCB P-230": "P-230",
    "EVK-22, 内置模块 M-230": "M-230",
    "EVK-22 FCC ID: 2ABC-M230": "2ABC-M230",
    "EVK-22, Sample S-23": "S-23",
    "EVK-22, Batch B-23": "B-23",
    "EVK-22, Order No. A-230": "A-230",
    "Test equipment: PA-1000": "PA-1000",
    # legends that say more than a list
    "EVK-x (x = S; T is not part of this report)": "EVK-T",
    "EVK-x (x = S, formerly T)": "EVK-T",
    "EVK-x (x = S; optional accessory W)": "EVK-W",
    "EVK-x (x = 1-5, 3 reserved)": "EVK-3",
    "EVK-x (x: S = socket, T = tethered (discontinued))": "EVK-T",
    "EVK-xy (x = 1, 3; y = S; not all combinations exist)": "EVK-1S; EVK-3S",
    "EVK-xy (x = 1 or 3; y = S or T; only 1S and 3T)": "EVK-1T; EVK-3S",
    "EVK-* (* = 0-9 without 7)": "EVK-7",
    "EVK-* (* = 0-9 ohne 7)": "EVK-7",
    "EVK-* (* = 0-9, 7 除外)": "EVK-7",
    "EVK-a (a is not W)": "EVK-W",
    "EVK-xx (xx = 07 to 22 in steps of 5)": "EVK-13",
    "EVK-22-* (* denotes colour: B black, W white)": "EVK-22-R",
    "EVK-x (x = any letter but W)": "EVK-W",
    "EVK-x (x = A-Z save W)": "EVK-W",
    "EVK-x (x = A-Z; W is forbidden)": "EVK-W",
    "EVK-x (x = A-Z, no W)": "EVK-W",
    # ranges whose inside the line limits
    "EVK-11 to EVK-22 (EVK-16 not built)": "EVK-16",
    "EVK-11 - EVK-22 (2 models)": "EVK-16",
    "EVK-7 … EVK-22, EVK-16 excl.": "EVK-16",
    "EVK-7~EVK-22 (without EVK-16)": "EVK-16",
    # slashes and brackets that can be read in two ways
    "EVK-11/-22S": "EVK-11S",
    "EVK-11/22-S/T": "EVK-11-U; EVK-7-S",
    "EVK-11(S)/22": "EVK-22S",
}


@pytest.mark.parametrize(("line", "models"), NEVER_COVERED.items())
def test_what_is_named_only_beside_the_models_is_never_covered(line: str, models: str) -> None:
    family = ModelFamily.parse(line)
    for model in models.split("; "):
        for from_ocr in (False, True):
            assert family.covers(model, from_ocr=from_ocr) != "covered", model


@pytest.mark.parametrize(
    ("line", "model"),
    [
        ("EVK-x (x = 0-9, not safety relevant)", "EVK-3"),
        ("EVK-x (x = A-F, for colour only)", "EVK-B"),
        ("EVK-x (x = 0-9, does not affect the electrical construction, no influence on safety)", "EVK-3"),
        ("EVK-22 with meter module MM-3", "EVK-22"),
        ("EVK-22, Sample S-23", "EVK-22"),
        ("EVK-22 charger with 32 A", "EVK-22"),
        ("EVK-22S with cable", "EVK-22S"),
        ("EVK-11 to EVK-22", "EVK-16"),
        ("EVK-22S with socket, EVK-22T with tethered cable", "EVK-22T"),
        ("EVK-11, EVK-22, EVK-43 or similar", "EVK-43"),
        ("EVK-11 black, EVK-22 white", "EVK-22"),
    ],
)
def test_harmless_words_take_nothing_away(line: str, model: str) -> None:
    assert ModelFamily.parse(line).covers(model) == "covered"


@pytest.mark.parametrize("line", ["EVK-22 IEC 61851-1", "3x EVK-22", "EVK-22: 32A, EVK-11: 16A", "EVK-11/22-S/T"])
def test_a_model_that_is_printed_is_not_denied_because_its_line_is_hard_to_read(line: str) -> None:
    family = ModelFamily.parse(line)
    for model in ("EVK-22", "EVK-11"):
        if model in line:
            assert family.covers(model) in ("covered", "undetermined")


def test_the_doubt_names_the_word_that_casts_it() -> None:
    assert doubt_of_line("EVK-22, EVK-24 (planned)") == "the line says of something 'planned'"
    assert doubt_of_line("EVK-22, EVK-24") == ""
    assert doubt_of_range("EVK-11 to EVK-22 (2 models)").startswith("the line says '2 models'")
    assert doubt_of_clause("0-9, not relevant for safety") == ""
    assert doubt_of_clause("0-9, 7 reserved") == "the legend makes an exception"


@given(
    st.sampled_from(["not tested", "planned", "discontinued", "untested", "withdrawn", "excluded", "n/a", "除外"]),
    st.from_regex(r"[A-Z]{2,3}-[1-9][0-9]", fullmatch=True),
    st.from_regex(r"[A-Z]{2,3}-[1-9][0-9]", fullmatch=True),
    st.sampled_from(["{a}, {b} ({word})", "{a}; {b} {word}", "{a}, {word}: {b}", "{b} {word}, {a}"]),
)
def test_no_word_of_absence_leaves_its_model_covered(word: str, a: str, b: str, form: str) -> None:
    if a != b:
        assert ModelFamily.parse(form.format(a=a, b=b, word=word)).covers(b) != "covered"
