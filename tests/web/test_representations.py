"""The forms of a thing: where they are, what the `Link` header says of them, and that each of them answers."""

import re

import pytest

from app.web.representations import link_header, representations

LINK = re.compile(r'<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?')


def test_things_without_other_forms_have_none() -> None:
    assert representations("countries", "JP") == {}
    assert representations("", "") == {}


def test_names_are_written_as_addresses_ask() -> None:
    found = representations("papers", "a b/日&c")
    assert found["application/json"] == "/api/v1/papers/a%20b%2F%E6%97%A5%26c"
    assert found["application/x-bibtex"] == "/api/v1/cite.bib?paper=a+b%2F%E6%97%A5%26c"


@pytest.mark.parametrize(
    ("folder", "kind"), [("papers", "ScholarlyArticle"), ("claims", "Claim"), ("works", "CreativeWork")]
)
def test_the_header_says_what_to_cite_and_where_the_data_is(folder: str, kind: str) -> None:
    found = LINK.findall(link_header("https://kewai.example", folder, "x>y"))
    assert found[0] == (f"https://kewai.example/{folder}/x%3Ey", "cite-as", "")
    assert (f"https://schema.org/{kind}", "type", "") in found
    described = {media_type: address for address, relation, media_type in found if relation == "describedby"}
    assert described["application/json"] == f"https://kewai.example/api/v1/{folder}/x%3Ey"
    assert "application/vnd.citationstyles.csl+json" in described
