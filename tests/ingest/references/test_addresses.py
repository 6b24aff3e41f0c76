"""Addresses and DOIs."""

import time

import pytest

from app.ingest.records import Reference
from app.ingest.references.addresses import take_addresses


@pytest.mark.parametrize(
    ("text", "url", "rest"),
    [
        ("NIH. Policy[EB/OL]. http://grants.nih.gov/a_b.htm.", "http://grants.nih.gov/a_b.htm", "NIH. Policy[EB/OL]."),
        ("甲[OL]. htps://royalsociety.org/policy/", "https://royalsociety.org/policy/", "甲[OL]."),
        ("甲[OL].htp:/www. a.org/b", "http://www.a.org/b", "甲[OL]."),
        ("甲[OL]. ttp://www. erc.ac.uk/a", "http://www.erc.ac.uk/a", "甲[OL]."),
        ("甲. http://a.cn/b.htm[2016-1-2].", "http://a.cn/b.htm", "甲. [2016-1-2]."),
        ("甲. http://a.cn/c/2015-11-25/6.shtml,2015-11-25.", "http://a.cn/c/2015-11-25/6.shtml", "甲."),
        ("甲. http://a.cn/c/2015-11-25/.", "http://a.cn/c/2015-11-25/", "甲."),
        ("甲. https://www. a.org/exp ert/rob?page $_ { = 1 }$", "https://www.a.org/expert/rob?page=1", "甲."),
        ("甲. www.eiu.com.", "www.eiu.com", "甲."),
        ("甲. www.iiss. org", "www.iiss.org", "甲."),
        ("甲. http://a.cn/v?id $\\ c =$ 174257.", "http://a.cn/v?id=174257", "甲."),
        ("甲. http://a.cn/s?tp $\\vDash$ &n=54", "http://a.cn/s?tp=&n=54", "甲."),
        ("甲. http://a.org/x?page $_ { \\cdot = 1 }$", "http://a.org/x?page=1", "甲."),
        ("建设问题[EB/OL].http://", None, "建设问题[EB/OL]."),
        ("没有地址", None, "没有地址"),
    ],
)
def test_broken_addresses_are_mended(text: str, url: str | None, rest: str) -> None:
    found, left = take_addresses(Reference("1", text=text))
    assert (found.url, left) == (url, rest)


def test_a_formula_without_a_sign_of_equality_is_kept() -> None:
    found, _ = take_addresses(Reference("1", text="甲. http://a.cn/File $n u$ ll/b.pdf"))
    assert found.url == "http://a.cn/File$nu$ll/b.pdf"


@pytest.mark.parametrize("piece", ["http:/", "www. ", "http://a $x$", "$", "10.1234/", " a/"])
def test_time_grows_with_the_length(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        take_addresses(Reference("1", text="甲. http://a" + piece * times))
        return time.process_time() - start

    assert seconds(40_000) < 8 * max(seconds(10_000), 0.02)
