"""Cited works, the pairs to decide, and the network."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import text

from app.library import Library
from tests.cite.embedded.zotero import read_coins
from tests.visitor import Visitor, links, texts


@pytest.fixture(scope="session")
def uid(library: Library) -> Callable[[str], str]:
    """The identifier of the work that an entry is: `uid("002-review#17")`."""

    def ask(place: str) -> str:
        with library.session() as session:
            found = session.execute(text("select uid from work where place = :place"), {"place": place})
            return str(found.scalar_one())

    return ask


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_list_shows_every_work_and_what_they_are_made_of(
    visitor: Visitor, count: Callable[..., int], locale: str
) -> None:
    page = visitor.page(f"/{locale}/works")
    total = count("select count(*) from work")
    assert len(page.xpath(".//li[@class='work-item']")) == total
    for table in page.xpath(".//aside//table"):
        assert sum(int(cell.text_content()) for cell in table.xpath(".//td[@class='number']")) == total


@pytest.mark.parametrize(
    "query", ["q=王明国", "q=wang+mingguo", "q=2015-2018+王明国", "author=王明国", "from=2017&to=2017"]
)
def test_works_are_narrowed_by_words_authors_and_years(visitor: Visitor, query: str) -> None:
    found = texts(visitor.page(f"/zh/works?{query}"), ".//li[@class='work-item']/p[1]")
    assert len(found) == 1
    assert "科技外交与中美关系的未来发展" in found[0]


@pytest.mark.parametrize(
    "query", ["q=没有人", "country=FR", "language=ko", "kind=P", "from=1900&to=1901", "from=x&to=99999"]
)
def test_nothing_found_helps(visitor: Visitor, query: str) -> None:
    page = visitor.page(f"/en/works?{query}")
    if not page.xpath(".//li[@class='work-item']"):
        assert "/en/works" in links(page, ".//*[@class='notice']")


def test_what_a_paper_relies_on(visitor: Visitor) -> None:
    page = visitor.page("/en/works?paper=002-review")
    assert texts(page, ".//h1") == ["What a paper relies on"]
    assert len(page.xpath(".//li[@class='work-item']")) == 1
    visitor.page("/en/works?paper=none", 404)


def test_a_work_tells_who_cites_it_in_which_words(visitor: Visitor, uid: Callable[[str], str]) -> None:
    page = visitor.page(f"/en/works/{uid('002-review#17')}")
    assert "王明国：《科技外交与中美关系的未来发展》，2017年。" in texts(page, ".//article")[0]
    assert "title, author, year" in texts(page, ".//article")[0]
    found = set(links(page))
    assert {
        "/en/papers/002-review#ref-17",
        "/en/papers/004-future",
        "/en/works?author=%E7%8E%8B%E6%98%8E%E5%9B%BD",
    } <= found
    assert any(link.startswith("/en/claims/") for link in found)


def test_a_hostile_entry_is_only_text(visitor: Visitor, uid: Callable[[str], str]) -> None:
    page = visitor.page(f"/zh/works/{uid('evil#1')}")
    assert not page.xpath(".//main//script")
    assert not [link for link in links(page) if link.startswith("javascript")]


@pytest.mark.parametrize("path", ["/zh/works/none", "/zh/works/%00", "/en/works?page=99", "/en/works/unsure?page=2"])
def test_what_is_not_there_is_not_found(visitor: Visitor, path: str) -> None:
    visitor.page(path, 404)


def test_the_pairs_to_decide_have_a_page_that_says_how(visitor: Visitor) -> None:
    page = visitor.page("/en/works/unsure")
    assert "corpus/works.toml" in page.text_content()
    assert texts(page, ".//p[@class='notice']") == ["No pair waits for a decision. All works"]


def test_the_network_of_all_shows_papers_and_works(visitor: Visitor) -> None:
    page = visitor.page("/zh/network")
    nodes = page.xpath(".//svg//a/@href")
    assert "/zh/network?node=paper%3A002-review" in nodes
    rows = [texts(row, "./td") for row in page.xpath(".//table//tbody/tr")]
    assert ["新世纪以来科技外交国内文献综述", "引用", "科技外交与中美关系的未来发展", "2"] in rows


@pytest.mark.parametrize("depth", ["", "&depth=2", "&depth=9"])
def test_one_can_walk_from_paper_to_author(visitor: Visitor, depth: str) -> None:
    page = visitor.page(f"/en/network?node=paper:004-future{depth}")
    assert texts(page, ".//h1") == ["The Future of Sino-US Relations"]
    nodes = page.xpath(".//svg//a/@href")
    assert "/en/network?node=paper%3A002-review" in nodes
    author = next(link for link in nodes if "author%3A" in link)
    assert texts(visitor.page(author), ".//h1") == ["王明国"]


def test_every_line_of_the_picture_stands_in_the_table(visitor: Visitor) -> None:
    page = visitor.page("/en/network?node=paper:002-review&depth=2")
    assert len(page.xpath(".//svg//g[@class='ties']/path")) == len(page.xpath(".//section//tbody/tr")) > 0


@pytest.mark.parametrize("node", ["paper:none", "work:none", "author:none", "country:JP", "x", "%00:%00", "paper:"])
def test_no_such_node(visitor: Visitor, node: str) -> None:
    visitor.page(f"/zh/network?node={node}", 404)


def test_the_picture_can_be_kept(visitor: Visitor) -> None:
    answer = visitor.get("/en/network.svg?node=paper:004-future")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "<a " not in answer.text
    assert answer.text.count("<rect") == 3  # the ground, and two papers


def test_an_empty_site_says_so(empty_site: Visitor) -> None:
    assert "No paper here cites anything yet." in empty_site.page("/en/network").text_content()
    assert "0 works" in empty_site.page("/en/works").text_content()


@pytest.mark.parametrize(
    ("wanted", "inside"),
    [
        ("application/json", '"title":"科技外交与中美关系的未来发展"'),
        ("application/x-bibtex", "journal = {全球科技经济瞭望}"),
        ("application/x-research-info-systems", "T2  - 全球科技经济瞭望"),
        ("application/vnd.citationstyles.csl+json", '"container-title": "全球科技经济瞭望"'),
        ("application/xml", "<full-title>全球科技经济瞭望</full-title>"),
    ],
)
def test_programs_get_a_work_in_the_form_that_they_ask_for(
    visitor: Visitor, uid: Callable[[str], str], wanted: str, inside: str
) -> None:
    answer = visitor.get(f"/works/{uid('002-review#17')}", accept=f"{wanted}, text/html;q=0.5")
    assert (answer.status_code, answer.headers["vary"]) == (303, "Accept")
    found = visitor.get(answer.headers["location"])
    assert (found.status_code, found.headers["content-type"].partition(";")[0]) == (200, wanted)
    assert inside in found.text


def test_works_are_chosen_from_the_list_and_cited(visitor: Visitor, uid: Callable[[str], str]) -> None:
    page = visitor.page("/zh/works?q=王明国")
    (form,) = page.xpath(".//form[.//ol[@class='work-list']]")
    assert (form.get("action"), form.get("method", "get")) == ("/zh/cite", "get")
    assert form.xpath(".//input/@name") == ["work"]
    assert form.xpath(".//input/@value") == [uid("002-review#17")]
    (all_of_them,) = form.xpath(".//p[@class='work-tools small']/a/@href")
    shown = texts(visitor.page(all_of_them), ".//p[@class='quotation']")
    assert shown[0] == "王明国. 科技外交与中美关系的未来发展[J]. 全球科技经济瞭望，2017（7）."


def test_a_persons_page_leads_to_the_works_under_the_name(visitor: Visitor, uid: Callable[[str], str]) -> None:
    found = links(visitor.page("/en/entities/wang-mingguo"), ".//section[@aria-labelledby='written-title']")
    assert found == [f"/en/works/{uid('002-review#17')}", "/en/works?author=%E7%8E%8B%E6%98%8E%E5%9B%BD"]
    assert not visitor.page("/en/entities/jimmy-carter").xpath(".//section[@aria-labelledby='written-title']")


def test_a_paper_leads_to_what_it_relies_on_and_to_its_network(visitor: Visitor) -> None:
    found = links(visitor.page("/zh/papers/002-review"), ".//section[@id='references']")
    assert found[:2] == ["/zh/works?paper=002-review", "/zh/network?node=paper%3A002-review"]
    assert all(visitor.get(address).status_code == 200 for address in found[:2])


def test_a_work_that_there_is_not_says_so(visitor: Visitor) -> None:
    assert texts(visitor.page("/en/works/none", 404), ".//h1") == ["There is no cited work “none” here"]
    assert texts(visitor.page("/en/cite?work=none", 404), ".//h1") == ["There is no cited work “none” here"]
    many = "&".join(f"work={number}" for number in range(501))
    assert texts(visitor.page(f"/en/cite?{many}", 404), ".//h1") == ["The address names more than 500 works"]


def test_a_list_of_which_nothing_is_chosen_leads_to_what_can_be(visitor: Visitor) -> None:
    page, notice = visitor.page("/en/cite"), ".//*[@class='notice']"
    assert texts(page, notice)[0].startswith("Nothing is chosen to be cited.")
    assert links(page, notice) == ["/en/works", "/en/papers", "/en/notebook"]


def test_a_work_describes_itself_and_lists_offer_each_work(visitor: Visitor, uid: Callable[[str], str]) -> None:
    name = uid("002-review#17")
    page = visitor.page(f"/en/works/{name}")
    (script,) = page.xpath(".//script[@type='application/ld+json']")
    data = json.loads(script.text)
    assert (data["@type"], data["@id"]) == ("ScholarlyArticle", f"https://kewai.example/works/{name}")
    for shown in (page, visitor.page("/zh/works?q=王明国")):
        (span,) = shown.xpath(".//span[@class='Z3988']")
        item = read_coins(span.get("title"))
        assert (item.type, item.fields["publicationTitle"], item.fields["date"]) == (
            "journalArticle",
            "全球科技经济瞭望",
            "2017",
        )


def test_what_a_work_is_leads_to_the_works_that_are_alike(visitor: Visitor, uid: Callable[[str], str]) -> None:
    name = uid("002-review#17")
    found = links(visitor.page(f"/en/works/{name}"), ".//dl")
    alike = [address for address in found if address.startswith("/en/works?") and "author" not in address]
    assert alike == ["/en/works?from=2017&to=2017", "/en/works?kind=J", "/en/works?language=zh"]
    for address in alike:
        assert f"/en/works/{name}" in links(visitor.page(address), ".//ol")
