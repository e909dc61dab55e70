from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from docverify.rules.logic import Junction, Leaf, Truth, all_of, any_of, leaves, parse, truth, without_quotes

VALUES: tuple[Truth, ...] = (True, False, None)


def decided(text: str, **values: Truth) -> Truth:
    return truth(parse(text), values.__getitem__)


def test_false_and_unknown_is_false_and_true_or_unknown_is_true() -> None:
    assert decided("a && b", a=False, b=None) is False
    assert decided("a && b", a=None, b=False) is False
    assert decided("a || b", a=None, b=True) is True
    assert decided("a && b", a=True, b=None) is None
    assert decided("a || b", a=False, b=None) is None
    assert decided("!a", a=None) is None


def test_and_binds_closer_than_or() -> None:
    assert decided("a || b && c", a=True, b=False, c=False) is True
    assert decided("(a || b) && c", a=True, b=False, c=False) is False


def test_operators_in_quotes_and_brackets_do_not_split() -> None:
    text = """document.scheme == 'a || b' && product.radios.exists(r, r == "x" || r == 'y')"""
    assert [leaf.text for leaf in leaves(parse(text))] == [
        "document.scheme == 'a || b'",
        """product.radios.exists(r, r == "x" || r == 'y')""",
    ]


def test_a_negation_is_taken_apart_only_when_it_negates_everything_after_it() -> None:
    assert parse("!(a && b)") == Junction("!", (Junction("&&", (Leaf("a"), Leaf("b"))),))
    assert parse("!product.internet") == Junction("!", (Leaf("product.internet"),))
    assert parse("!a == b") == Leaf("!a == b")
    assert parse("!(a) == (b)") == Leaf("!(a) == (b)")
    assert parse("!given(product.firmware)") == Junction("!", (Leaf("given(product.firmware)"),))


def test_a_conditional_stays_whole() -> None:
    assert parse("a ? b || c : d && e") == Leaf("a ? b || c : d && e")


def test_brackets_around_everything_are_stripped_and_others_are_not() -> None:
    assert parse("((a))") == Leaf("a")
    assert parse("(a) || (b)") == Junction("||", (Leaf("a"), Leaf("b")))


def test_quoted_text_is_blanked_and_positions_stay() -> None:
    assert without_quotes("a == 'x\\'y' && b") == "a ==        && b"


# A tree is printed with random brackets and blanks and has to be read back with the same truth.
names = st.sampled_from("abcd")
trees = st.recursive(
    names.map(Leaf),
    lambda inner: st.one_of(
        st.builds(lambda part: Junction("!", (part,)), inner),
        st.builds(
            lambda o, parts: Junction(o, tuple(parts)),
            st.sampled_from(["||", "&&"]),
            st.lists(inner, min_size=2, max_size=3),
        ),
    ),
    max_leaves=8,
)


def printed(tree: Leaf | Junction, blank: str) -> str:
    match tree:
        case Leaf(text=text):
            return f"{text}{blank}== '&& ( ||'" if text == "a" else text
        case Junction(operator="!", parts=(part,)):
            return f"!{blank}({printed(part, blank)})"
        case Junction(operator=operator, parts=parts):
            return f"{blank}{operator}{blank}".join(f"({printed(part, blank)})" for part in parts)


def meaning(tree: Leaf | Junction, values: dict[str, Truth]) -> Truth:
    match tree:
        case Leaf(text=text):
            return values[text[0]]
        case Junction(operator="!", parts=(part,)):
            inner = meaning(part, values)
            return None if inner is None else not inner
        case Junction(operator="&&", parts=parts):
            return all_of([meaning(part, values) for part in parts])
        case Junction(parts=parts):
            return any_of([meaning(part, values) for part in parts])


@given(
    trees, st.fixed_dictionaries({name: st.sampled_from(VALUES) for name in "abcd"}), st.sampled_from(["", " ", "\n "])
)
def test_a_printed_condition_means_what_was_printed(
    tree: Leaf | Junction, values: dict[str, Truth], blank: str
) -> None:
    assert truth(parse(printed(tree, blank)), lambda leaf: values[leaf[0]]) == meaning(tree, values)


@given(trees, st.fixed_dictionaries({name: st.sampled_from(VALUES) for name in "abcd"}))
def test_an_unknown_stands_for_both_answers(tree: Leaf | Junction, values: dict[str, Truth]) -> None:
    # Kleene: whatever is decided with unknowns stays so however the unknowns turn out.
    before = meaning(tree, values)
    open_names = [name for name, value in values.items() if value is None]
    for answers in product((True, False), repeat=len(open_names)):
        after = meaning(tree, {**values, **dict(zip(open_names, answers, strict=True))})
        assert before is None or before == after


@given(st.text(alphabet="ab()'\"!&|? .\\\n", max_size=40))
def test_no_text_breaks_the_splitter(text: str) -> None:
    assert list(leaves(parse(text)))
