"""What reference managers and search engines read in pages."""

import json
from collections.abc import Callable

from lxml import html

from tests.cite.embedded.zotero import Item, read_coins, read_highwire
from tests.pages.conftest import HOSTILE, SCRIPT
from tests.sample import FUTURE, REVIEW, UNTITLED
from tests.visitor import Visitor, links


def item_of(page: html.HtmlElement) -> Item:
    return read_highwire((tag.get("name"), tag.get("content")) for tag in page.xpath(".//meta[@name]"))


def data_of(page: html.HtmlElement) -> dict[str, object]:
    (script,) = page.xpath(".//script[@type='application/ld+json']")
    found: dict[str, object] = json.loads(script.text)
    return found


def test_a_paper_is_saved_as_an_article_with_its_fields(visitor: Visitor) -> None:
    item = item_of(visitor.page(f"/en/papers/{FUTURE}"))
    assert item.creators == [("王明国",)]
    assert item.fields["title"] == "科技外交与中美关系的未来发展"
    assert item.fields["date"] == "2017"
    assert item.fields["language"] == "zh-CN"
    assert item.fields["url"] == f"https://kewai.example/en/papers/{FUTURE}"
    assert item_of(visitor.page(f"/zh/papers/{REVIEW}")).tags == ["科技外交", "综述"]


def test_nothing_is_made_up_for_a_paper_without_a_record(visitor: Visitor) -> None:
    item = item_of(visitor.page(f"/zh/papers/{UNTITLED}"))
    assert "title" not in item.fields
    assert item.creators == []


def test_lists_offer_each_entry(visitor: Visitor) -> None:
    page = visitor.page("/zh/papers")
    items = [read_coins(span.get("title")) for span in page.xpath(".//span[@class='Z3988']")]
    assert {"科技外交与中美关系的未来发展", "新世纪以来科技外交国内文献综述"} <= {
        item.fields["title"] for item in items
    }
    found = visitor.page("/zh/citations?q=王明国").xpath(".//span[@class='Z3988']")
    assert [read_coins(span.get("title")).fields["date"] for span in found] == ["2017"]


def test_the_references_of_a_paper_do_not_stand_in_its_way(visitor: Visitor) -> None:
    assert visitor.page(f"/zh/papers/{REVIEW}").xpath(".//span[@class='Z3988']") == []


def test_a_paper_describes_itself_and_what_it_cites(visitor: Visitor) -> None:
    data = data_of(visitor.page(f"/zh/papers/{REVIEW}"))
    assert data["@type"] == "ScholarlyArticle"
    assert data["@id"] == f"https://kewai.example/zh/papers/{REVIEW}"
    addresses = [cited["@id"] for cited in data["citation"]]  # type: ignore[attr-defined]
    assert addresses
    for address in addresses:
        work = visitor.page(address.replace("https://kewai.example", "/zh"))
        assert f"/zh/papers/{REVIEW}" in "".join(links(work)), "its page names the paper that cites it"


def test_a_claim_describes_itself(visitor: Visitor, uid_of: Callable[[str], str]) -> None:
    uid = uid_of("中国与155")
    data = data_of(visitor.page(f"/en/claims/{uid}"))
    assert (data["@type"], data["text"]) == ("Claim", "中国与155个国家签署协定。")
    assert data["about"] == [{"@type": "Country", "name": "China"}]
    assert data["appearance"]["@id"] == f"https://kewai.example/en/papers/{REVIEW}"  # type: ignore[index]


def test_data_cannot_end_its_element(visitor: Visitor) -> None:
    answer = visitor.get(f"/zh/papers/{HOSTILE}")
    assert SCRIPT not in answer.text
    data = data_of(html.fromstring(answer.text))
    assert data["name"] == f"题名{SCRIPT}"
