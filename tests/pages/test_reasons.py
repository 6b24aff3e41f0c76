"""Why the model gave a type: each feature that a label can name has words in both languages."""

import re

import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from app.ingest.labels.sentence import read_sentence
from app.ingest.labels.type_features import features
from app.ingest.labels.type_model import shipped_model
from app.ingest.labels.type_wordings import GROUPS
from app.web.filters import model_reasons

SHAPES = sorted(
    name for name in features([read_sentence("建议如下:")], [()])[0] if not name.startswith(("group:", "word:", "has:"))
)


@pytest.fixture(params=["zh", "en"])
def words(request: pytest.FixtureRequest, site: FastAPI) -> Template:
    found: Template = site.state.templating.environments[request.param].get_template("includes/reasons.html")
    return found


def said(words: Template, rule: str) -> str:
    return str(words.module.model_reasons(rule)).strip()  # type: ignore[attr-defined]


def test_every_group_of_wordings_has_words(words: Template) -> None:
    assert [name for name in GROUPS if said(words, f"type:model group:{name}") in ("", name)] == []


def test_everything_else_that_the_model_sees_has_words(words: Template) -> None:
    assert len(SHAPES) > 10
    assert [name for name in SHAPES if said(words, f"type:model {name}") in ("", name)] == []


def test_every_feature_that_has_a_weight_can_be_said(words: Template) -> None:
    names = [name for name in shipped_model()._weights if not name.startswith("word:")]
    assert [name for name in names if said(words, f"type:model {name}") == name] == []


def test_chinese_is_chinese(site: FastAPI) -> None:
    words = site.state.templating.environments["zh"].get_template("includes/reasons.html")
    for name in GROUPS:
        assert re.search(r"[\u4e00-\u9fff]{2}", said(words, f"type:model group:{name}")), name


def test_several_reasons_are_listed_each_once(site: FastAPI) -> None:
    english, chinese = (
        site.state.templating.environments[locale].get_template("includes/reasons.html") for locale in ("en", "zh")
    )
    rule = "type:model figures>0 figures>1 word:应当 has:;"
    assert said(english, rule) == 'the figures in it; the word “<span lang="zh-Hans">应当</span>”; the sign “;”'
    assert said(chinese, rule) == '有数字；“<span lang="zh-Hans">应当</span>”一词；符号“;”'
    assert said(english, "type:model") == ""


def test_words_are_text(words: Template) -> None:
    assert "<b>" not in said(words, "type:model word:<b> has:< <i>")


@given(st.text())
def test_any_rule_is_taken(rule: str) -> None:
    for kind, name in model_reasons(rule):
        assert kind in ("", "group", "word", "has")
        assert name
        assert name in rule
