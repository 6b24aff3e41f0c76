"""What holds on every page: nothing inline, nothing foreign, languages marked, headings in order, text as text."""

import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

import pytest
from lxml import html

from tests.pages.conftest import HOSTILE, SCRIPT
from tests.visitor import Visitor, texts

PATHS = (
    "/",
    "/search",
    "/search?q=协定&country=CN",
    "/search?q=月球奶酪",
    "/search?q=((",
    "/countries",
    "/countries/CN",
    "/countries/FJ",
    "/instruments",
    "/instruments/agreement",
    "/instruments/operational",
    "/instruments/aid",
    "/papers",
    "/papers/002-review",
    "/papers/000-untitled",
    f"/papers/{HOSTILE}",
    "/citations",
    "/citations?q=王明国",
    "/citations?q=没有人",
    "/glossary",
    "/glossary?q=zebra",
    "/glossary/science-diplomacy",
    "/about",
    "/notebook",
    "/countries/XX",
)
HAN = re.compile(r"[\u4e00-\u9fff]")


@pytest.fixture(params=["zh", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="session")
def fetched() -> dict[str, str]:
    """Every page is asked for once and looked at often."""
    return {}


@pytest.fixture(params=[*PATHS, "claim", "notebook"])
def page(
    request: pytest.FixtureRequest,
    visitor: Visitor,
    locale: str,
    fetched: dict[str, str],
    uid_of: Callable[[str], str],
) -> html.HtmlElement:
    uid = uid_of("中国与155")
    path = {"claim": f"/claims/{uid}", "notebook": f"/notebook?claim={uid}&claim=gone"}.get(
        request.param, request.param
    )
    address = f"/{locale}{path}"
    if address not in fetched:
        fetched[address] = visitor.get(address).text
    return html.fromstring(fetched[address])


def test_nothing_is_inline_and_nothing_is_foreign(page: html.HtmlElement) -> None:
    scripts = page.xpath(".//script[not(@src) and not(@type='application/ld+json')]")
    assert scripts + page.xpath(".//style | .//*[@style] | .//*[starts-with(@href, 'javascript:')]") == []
    assert [name for element in page.iter() for name in element.attrib if name.startswith("on")] == []
    loaded = page.xpath(".//script/@src | .//img/@src | .//link[@rel='stylesheet' or @rel='icon']/@href")
    assert loaded
    assert all(address.startswith("/static/") for address in loaded)


def test_the_page_has_one_of_what_there_is_one_of(page: html.HtmlElement) -> None:
    for path in (".//h1", ".//main", "./head/title", "./body/header", "./body/footer", ".//nav[@class='site-nav']"):
        assert len(page.xpath(path)) == 1, path
    identifiers = Counter(page.xpath(".//@id"))
    assert {name: times for name, times in identifiers.items() if times > 1} == {}


def test_headings_go_down_one_step_at_a_time(page: html.HtmlElement) -> None:
    levels = [int(heading.tag[1]) for heading in page.xpath(".//h1 | .//h2 | .//h3 | .//h4")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


def own_text(element: html.HtmlElement) -> str:
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def language_of(element: html.HtmlElement) -> str:
    return str(element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)"))


def test_the_page_says_its_language(page: html.HtmlElement, locale: str) -> None:
    assert page.get("lang") == {"zh": "zh-Hans", "en": "en"}[locale]


def test_chinese_is_marked_as_chinese_wherever_it_stands(page: html.HtmlElement) -> None:
    """But for the title and for an English quotation around its Chinese sentence, which cannot be divided."""
    unmarked = [
        (element.tag, own_text(element).strip()[:60])
        for element in page.xpath("./body//*[not(self::script) and not(contains(@class, 'quotation'))]")
        if HAN.search(own_text(element)) and not language_of(element).startswith("zh")
    ]
    assert unmarked == []


def test_the_other_language_is_one_click_away(page: html.HtmlElement, locale: str, visitor: Visitor) -> None:
    (other,) = page.xpath(".//*[@id='languages']/a")
    assert other.get("hreflang") == {"zh": "en", "en": "zh-Hans"}[locale]
    assert visitor.get(other.get("href")).status_code in (200, 404)


def test_every_control_has_a_name(page: html.HtmlElement) -> None:
    for field in page.xpath(".//input[not(@type='hidden')]"):
        (label,) = page.xpath(f".//label[@for='{field.get('id')}']")
        assert label.text_content().strip()
    for element in page.xpath(".//a | .//button"):
        written = element.get("aria-label") or element.text_content().strip()
        assert written or element.get("hidden") is not None or "mark" in element.get("class", "").split()
    assert all(image.get("alt") is not None for image in page.xpath(".//img"))


def test_every_reference_to_an_element_is_answered(page: html.HtmlElement) -> None:
    there = set(page.xpath(".//@id"))
    named = {name for value in page.xpath(".//@aria-labelledby | .//@for") for name in value.split()}
    anchors = {link[1:] for link in page.xpath(".//a/@href") if link.startswith("#")}
    assert named | anchors <= there


def smuggled(page: html.HtmlElement) -> list[str]:
    """The scripts of a page that are not files of this site."""
    own = re.compile(r'<script src="/static/[\w./-]+\?v=[0-9a-f]{8}" (defer|type="module")></script>')
    written = [html.tostring(script, with_tail=False, encoding="unicode") for script in page.xpath(".//script")]
    assert len(written) >= 3
    data = re.compile(r'<script type="application/ld\+json">[^<>]*</script>')
    return [script for script in written if not own.fullmatch(script) and not data.fullmatch(script)]


@pytest.mark.parametrize(
    "path", [f"/papers/{HOSTILE}", "/search?q=签署", "/papers", "/citations", "/", "/countries/CN"]
)
def test_what_a_paper_says_is_text(visitor: Visitor, locale: str, path: str) -> None:
    answer = visitor.get(f"/{locale}{path}")
    assert SCRIPT not in answer.text
    assert "&lt;script&gt;" in answer.text
    assert smuggled(html.fromstring(answer.text)) == []


def test_a_reference_with_a_script_for_an_address_is_no_link(visitor: Visitor) -> None:
    entry = visitor.page(f"/zh/papers/{HOSTILE}").get_element_by_id("ref-1")
    assert not [link for link in entry.xpath(".//a/@href") if "javascript" in link]


@pytest.mark.parametrize("path", ["/search", "/citations", "/glossary"])
def test_what_a_visitor_types_is_text(visitor: Visitor, locale: str, path: str) -> None:
    page = visitor.page(f"/{locale}{path}?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert smuggled(page) == []
    assert page.xpath("string(.//main//input[@name='q']/@value)") == '"><script>alert(1)</script>'


def test_the_current_part_of_the_site_is_marked(visitor: Visitor) -> None:
    assert texts(visitor.page("/en/papers/002-review"), ".//nav[@class='site-nav']//a[@aria-current]") == ["Papers"]
    assert visitor.page("/en/papers").xpath("string(.//a[@aria-current]/@aria-current)") == "page"
    for path in ("/en/works", "/en/works/unsure", "/en/network", "/en/citations?q=x"):
        assert texts(visitor.page(path), ".//nav[@class='site-nav']//a[@aria-current]") == ["Citations"], path
    assert texts(visitor.page("/en/"), ".//nav[@class='site-nav']//a[@aria-current]") == []
