from app.ingest.added import merge_added
from app.ingest.records import AddedReference
from tests.factories import make_analysis, make_document, make_reference

SOURCE = "paper 003 prints it in a footnote"


def merge(reference: object, *added: AddedReference) -> tuple[object, object]:
    document = make_document("p", added_references=added)
    merged, unused = merge_added(make_analysis("p", document=document, references=[reference]))  # type: ignore[list-item]
    return merged[0], unused


def test_what_is_not_printed_is_added_with_its_source() -> None:
    entry = AddedReference("17", SOURCE, authors=("王明国",), title="未来", year=2017, paper="004")
    merged, unused = merge(make_reference("17"), entry)
    assert (merged.reference.title, merged.reference.authors, merged.reference.year) == ("未来", ("王明国",), 2017)
    assert merged.added == dict.fromkeys(("authors", "title", "year", "paper"), SOURCE)
    assert merged.stated_paper == "004"
    assert unused == ()


def test_what_is_printed_stands() -> None:
    merged, _ = merge(
        make_reference("17", title="印刷的", year=2016), AddedReference("17", SOURCE, title="别的", year=2017)
    )
    assert (merged.reference.title, merged.reference.year) == ("印刷的", 2016)
    assert merged.added == {}


def test_the_record_knows_better_than_the_citing_sentence() -> None:
    from_sentence = make_reference("24", authors=("张翼燕等",), from_sentence=True)
    merged, _ = merge(from_sentence, AddedReference("24", SOURCE, authors=("张翼燕",)))
    assert merged.reference.authors == ("张翼燕",)
    assert merged.added == {"authors": SOURCE}


def test_the_name_that_the_sentence_gives_is_kept_beside_the_title() -> None:
    from_sentence = make_reference("14", title="科技外交新前沿", from_sentence=True)
    merged, _ = merge(from_sentence, AddedReference("14", SOURCE, title="New Frontiers in Science Diplomacy"))
    assert (merged.reference.title, merged.called) == ("New Frontiers in Science Diplomacy", "科技外交新前沿")
    same, _ = merge(from_sentence, AddedReference("14", SOURCE, title="科技外交新前沿"))
    assert same.called is None


def test_what_both_say_is_not_called_added() -> None:
    reference = make_reference("16", authors=("赵刚",), from_sentence=True)
    merged, _ = merge(reference, AddedReference("16", SOURCE, authors=("赵刚",), paper="001"))
    assert merged.added == {"paper": SOURCE}


def test_a_table_for_a_work_that_is_not_cited_is_told() -> None:
    _, unused = merge(make_reference("1"), AddedReference("99", SOURCE, title="无"))
    assert [warning.code for warning in unused] == ["unused-reference-record"]
    assert "99" in unused[0].detail


def test_references_without_a_table_stay_as_they_are() -> None:
    reference = make_reference("1", title="题")
    merged, unused = merge(reference)
    assert (merged.reference, merged.added, merged.stated_paper, unused) == (reference, {}, None, ())
