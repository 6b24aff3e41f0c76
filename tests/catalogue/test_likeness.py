"""What claims tell, and which of other papers share something that says much."""

from sqlalchemy.orm import Session

from app.catalogue import sharing, told, told_in_paper
from app.catalogue.likeness import FEW
from app.ingest.records import Figure, Period
from tests.factories import make_claim, make_paper


def agreements(value: float, printed: str) -> Figure:
    return Figure(value, "个", "政府间科技合作协定", None, text=printed)


def uids(session: Session, paper: str) -> list[str]:
    return list(told_in_paper(session, paper))


def test_a_claim_tells_its_labels_years_and_numbers(session: Session) -> None:
    text = "1999年我国签署了107个政府间科技合作协定。"
    periods = [Period(1999, 1999, text="1999年"), Period(1900, 1999, "century", text="20世纪")]
    make_paper(session, "a", [make_claim(text, countries="CN", figures=[agreements(107, "107个")], periods=periods)])
    (one,) = told_in_paper(session, "a").values()
    assert (one.paper, one.text, one.countries, one.years) == ("a", text, {"CN"}, {1999})
    assert [(value.text, value.value, value.unit) for value in one.figures] == [("107个", 107, "个")]
    assert {key: [value.text for value in values] for key, values in one.quantities.items()} == {
        "cn-st-agreements": ["107个"]
    }
    assert told(session, [one.uid, "nobody"]) == {one.uid: one}
    assert told(session, []) == told_in_paper(session, "nowhere") == {}


def test_one_quantity_in_two_papers_is_shared_from_both_sides(session: Session) -> None:
    for paper, value in (("a", 107), ("b", 110)):
        text = f"我国签署了{value}个政府间科技合作协定。"
        same = make_claim(text, countries="CN", figures=[agreements(value, f"{value}个")])
        make_paper(session, paper, [same, make_claim("科技外交日益重要。")])
    ((one, plain), (other, _)) = uids(session, "a"), uids(session, "b")
    assert sharing(session, [one, plain]) == {one: {other}}
    assert sharing(session, [other]) == {other: {one}}
    assert sharing(session, []) == {}


def test_an_entity_that_few_claims_name_is_shared_and_one_of_many_is_not(session: Session) -> None:
    named = "瑞士科学中心设在波士顿。"
    often = "科技部派出代表团。"
    for paper in ("a", "b"):
        rare = make_claim(named, entities="swissnex")
        many = [make_claim(f"第{number}次，{often}", entities="most") for number in range(FEW // 2 + 1)]
        make_paper(session, paper, [rare, *many])
    one, other = uids(session, "a")[0], uids(session, "b")[0]
    assert sharing(session, uids(session, "a")) == {one: {other}}
    assert sharing(session, [one]) == {one: {other}}
