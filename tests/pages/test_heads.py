"""What other programs read in the head of every page. No kind of page can be left out: the routes are asked."""

from collections.abc import Iterator

import pytest
from lxml import html

from app.main import create_app
from app.web.locale import LANGUAGE_TAGS
from tests.factories import make_paper
from tests.kinds import FILES, KINDS, LEADING_ON, addresses, own_routes
from tests.pages.conftest import HOSTILE, add_papers, make_settings
from tests.pages.test_numbers import agreements
from tests.sample import REVIEW, open_sample
from tests.visitor import Visitor

SITE = "https://kewai.example"
LOCALES = tuple(LANGUAGE_TAGS)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """The sample, with a number that two papers tell and a paper whose every text is markup."""
    settings = make_settings(tmp_path_factory.mktemp("heads"))
    with open_sample(settings) as library:
        with library.session() as session, session.begin():
            make_paper(session, "early", [agreements(99)], year=2007)
            make_paper(session, "late", [agreements(110)], year=2021)
        add_papers(library)
    app = create_app(settings)
    yield Visitor(app)
    app.state.library.close()


@pytest.fixture(scope="module")
def names(visitor: Visitor) -> dict[str, str]:
    (work,) = visitor.get("/api/v1/works?q=王明国").json()["works"]
    (hit,) = visitor.get('/api/v1/search?q="155个国家"').json()["hits"]
    return {
        "paper": REVIEW,
        "claim": hit["id"],
        "work": work["uid"],
        "quantity": "cn-st-agreements",
        "entity": "cn-jp-environment-1994",
        "term": "science-and-technology-diplomacy",
    }


@pytest.fixture(scope="module")
def heads(visitor: Visitor, names: dict[str, str]) -> dict[tuple[str, str, str], html.HtmlElement]:
    """The head of each page by locale, kind and address."""
    return {
        (locale, kind, address): visitor.page(f"/{locale}{address}").find("head")
        for locale in LOCALES
        for kind, address in addresses(**names)
    }


Heads = dict[tuple[str, str, str], html.HtmlElement]


def one(head: html.HtmlElement, path: str) -> str:
    """The one text or attribute at `path`."""
    (found,) = head.xpath(path)
    return str(found)


def test_the_table_holds_every_route() -> None:
    assert {route.name for route in own_routes()} == KINDS.keys() | FILES.keys() | LEADING_ON


def test_what_is_no_page_is_none(visitor: Visitor, names: dict[str, str]) -> None:
    for address in (address.format(**names) for those in FILES.values() for address in those):
        answer = visitor.get(f"/zh{address}")
        assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) != (200, "text/html"), address
        assert answer.status_code == 200


def test_each_page_has_a_title_of_its_own(heads: Heads) -> None:
    for (locale, _kind, address), head in heads.items():
        title, _, site = one(head, "title/text()").rpartition(" · ")
        assert title == " ".join(title.split()) != "", address
        assert site == {"zh": "科外", "en": "Kewai"}[locale]
        assert one(head, "meta[@property='og:title']/@content") == title
    titles = [head.findtext("title") for (locale, _kind, address), head in heads.items() if "?" not in address]
    assert len(titles) == len(set(titles)), sorted(title for title in titles if titles.count(title) > 1)


def test_each_page_describes_itself_from_its_data(heads: Heads) -> None:
    described = {}
    for (locale, kind, address), head in heads.items():
        text = one(head, "meta[@name='description']/@content")
        assert 10 <= len(text) <= 200, (address, text)
        assert text == " ".join(text.split())
        assert one(head, "meta[@property='og:description']/@content") == text
        if "?" not in address:
            described.setdefault((locale, text), []).append(kind)
    assert {text: kinds for text, kinds in described.items() if len(kinds) > 1} == {}


def test_numbers_in_descriptions_are_those_of_the_page(visitor: Visitor, heads: Heads) -> None:
    for kind, address, query in (("home", "/", ""), ("country", "/countries/JP", "country=JP")):
        number = visitor.get(f"/api/v1/search?{query}").json()["total"]
        assert f"{number} claims" in one(heads["en", kind, address], "meta[@name='description']/@content")


def test_a_page_says_where_it_is(visitor: Visitor, heads: Heads) -> None:
    for (locale, _kind, address), head in heads.items():
        canonical = one(head, "link[@rel='canonical']/@href")
        assert one(head, "meta[@property='og:url']/@content") == canonical
        assert canonical.startswith(f"{SITE}/{locale}{address.partition('?')[0]}")
        again = visitor.page(canonical.removeprefix(SITE))
        assert one(again.find("head"), "link[@rel='canonical']/@href") == canonical


def test_a_page_names_itself_in_each_language_and_in_the_browsers(visitor: Visitor, heads: Heads) -> None:
    for (locale, _kind, address), head in heads.items():
        named = {link.get("hreflang"): link.get("href") for link in head.xpath("link[@hreflang]")}
        assert named.keys() == {*LANGUAGE_TAGS.values(), "x-default"}
        assert named[LANGUAGE_TAGS[locale]] == one(head, "link[@rel='canonical']/@href")
        for tag, path in ((tag, whole.removeprefix(SITE)) for tag, whole in named.items()):
            answer = visitor.get(path, accept_language="en")
            if tag == "x-default":
                assert (answer.status_code, answer.headers["location"]) == (302, f"/en{path}"), address
            else:
                assert html.fromstring(answer.text).get("lang") == tag


def test_a_page_with_a_twin_in_json_links_it(visitor: Visitor, heads: Heads) -> None:
    linked = set()
    for (_locale, kind, address), head in heads.items():
        if kind == "term" and "paper=" in address:
            continue  # part of a page whose twin has all of it
        same_in_json = visitor.get(f"/api/v1{address}").status_code == 200
        twins = head.xpath("link[@rel='alternate'][@type='application/json']/@href")
        assert len(twins) == same_in_json, address
        for twin in twins:
            assert visitor.get(twin).headers["content-type"] == "application/json", twin
            linked.add(kind)
    assert len(linked) >= 14


def test_searches_countries_instruments_and_the_papers_are_followed(visitor: Visitor, heads: Heads) -> None:
    for (locale, kind, address), head in heads.items():
        feeds = head.xpath("link[@type='application/atom+xml']")
        own = [feed.get("href") for feed in feeds if feed.get("href") != f"/{locale}/feed"]
        assert len(own) == (kind in {"search", "country", "instrument"}), address
        assert len(feeds) == len(own) + 1
        assert all(feed.get("title") for feed in feeds)
        assert all(visitor.get(feed).headers["content-type"] == "application/atom+xml" for feed in own)


def test_pages_without_end_are_not_for_search_engines(heads: Heads, names: dict[str, str]) -> None:
    hidden = {
        address for (_, _, address), head in heads.items() if head.xpath("meta[@name='robots'][@content='noindex']")
    }
    assert hidden == {
        "/search?q=科技&country=CN&sort=paper",
        "/search?q=月球上的奶酪",
        "/notebook",
        *(address for kind, address in addresses(**names) if kind == "cite" or kind.startswith("search_")),
    }
    assert {
        one(head, "meta[@name='robots']/@content") for _, head in heads.items() if head.xpath("meta[@name='robots']")
    } == {"noindex"}


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/zh/search?q=协定&sort=paper&utm_source=x&page=1", "/zh/search?q=%E5%8D%8F%E5%AE%9A"),
        ("/en/search?country=JP&country=US&country=", "/en/search?country=JP&country=US"),
        (f"/en/papers/{REVIEW}?text=both&terms=on", f"/en/papers/{REVIEW}"),
        ("/zh/timeline?country=&instrument=&decade=", "/zh/timeline"),
    ],
)
def test_what_only_changes_how_a_page_looks_is_no_part_of_its_address(visitor: Visitor, asked: str, kept: str) -> None:
    head = visitor.page(asked).find("head")
    assert one(head, "link[@rel='canonical']/@href") == SITE + kept


def test_an_error_is_no_page_to_keep(visitor: Visitor) -> None:
    head = visitor.page("/zh/countries/Atlantis", 404).find("head")
    assert one(head, "meta[@name='robots']/@content") == "noindex"
    assert not head.xpath("link[@rel='canonical'] | link[@hreflang]")


def test_a_page_in_one_language_has_no_other(visitor: Visitor) -> None:
    head = visitor.page("/api/docs").find("head")
    assert one(head, "link[@rel='canonical']/@href") == f"{SITE}/api/docs"
    assert not head.xpath("link[@hreflang]")


def test_markup_in_a_paper_is_text_in_the_head(visitor: Visitor) -> None:
    response = visitor.get(f"/zh/papers/{HOSTILE}")
    head = html.fromstring(response.text).find("head")
    assert one(head, "meta[@property='og:title']/@content") == "题名<script>alert('x')</script>"
    assert "<script>alert" not in response.text
