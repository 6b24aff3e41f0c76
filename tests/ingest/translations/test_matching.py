from dataclasses import replace

from app.ingest.records import Analysis, Bibliography, IngestWarning, Translated, Translation
from app.ingest.translations import match_translation
from app.ingest.translations.matching import NAMED, UNTRANSLATED
from app.ingest.translations.reading import PROBLEM
from tests.factories import make_analysis, make_claim, make_document, make_reference


def analysis(*texts: str, translation: Translation | None, **fields: object) -> Analysis:
    claims = [make_claim(text, start=10 * place) for place, text in enumerate(texts)]
    document = make_document("p", translation=translation)
    return make_analysis("p", claims, document=document, **fields)  # type: ignore[arg-type]


def translation(*sentences: tuple[str, str], **fields: object) -> Translation:
    entries = tuple(Translated(zh, en, None, 5 * place) for place, (zh, en) in enumerate(sentences, 1))
    return replace(Translation("translations/p.toml", sentences=entries), **fields)  # type: ignore[arg-type]


def english(found: Analysis) -> list[str | None]:
    return [entry.en if entry else None for entry in match_translation(found).claims]


def test_a_paper_without_translation_has_no_english_and_no_warning() -> None:
    found = match_translation(analysis("甲。", "乙。", translation=None))
    assert (found.claims, found.warnings, found.fields) == ((None, None), (), {})


def test_entries_belong_to_equal_sentences_wherever_they_stand() -> None:
    file = translation(("甲。", "A."), ("乙。", "B."))
    assert english(analysis("乙 。", "甲[1]。", "乙。", translation=file)) == ["B.", "A.", "B."]
    assert match_translation(analysis("甲。", "乙。", translation=file)).warnings == ()


def test_a_sentence_made_of_successive_entries_gets_their_english() -> None:
    file = translation(("建议如下：", "We recommend:"), ("（1）重视。", "(1) Attach importance."), ("丙。", "C."))
    found = analysis("建议如下：（1）重视。", "丙。", translation=file)
    assert english(found) == ["We recommend: (1) Attach importance.", "C."]
    assert match_translation(found).warnings == ()
    assert english(analysis("建议如下：丙。", translation=file)) == [None]


def test_a_changed_sentence_and_its_old_entry_are_both_named() -> None:
    found = match_translation(analysis("有156个国家。", translation=translation(("有155个国家。", "155 countries."))))
    assert found.claims == (None,)
    unknown, without = found.warnings
    assert (unknown.code, without.code) == (PROBLEM, UNTRANSLATED)
    assert unknown.detail.startswith("translations/p.toml, line 5: the paper has no such sentence (有155个国家。")
    assert "有156个国家" in without.detail
    assert (without.start, without.end) == (0, 8)


def test_many_sentences_without_english_are_counted_in_one_warning() -> None:
    texts = [f"第{place}句。" for place in range(NAMED + 2)]
    found = match_translation(analysis(*texts, translation=translation(("第0句。", "Sentence 0."))))
    (warning,) = found.warnings
    assert warning.detail.startswith(f"{NAMED + 1} sentences of {NAMED + 2} ")


def test_sentences_that_assert_nothing_need_no_english() -> None:
    found = analysis("甲。", translation=translation())
    found = replace(found, claims=(make_claim("主要有：", type="other"),))
    assert match_translation(found).warnings == ()


def test_headings_and_notes_are_matched_too() -> None:
    file = translation(
        headings=(Translated("政府间协定", "Agreements", None, 3), Translated("没有", "None", None, 9)),
        notes=(Translated("见前注。", "See above.", None, 12),),
    )
    note = make_reference("2", kind="note", text="见 前注。")
    found = match_translation(analysis(translation=file, references=[note]))
    assert (found.heading("政府间协定"), found.heading("引言"), found.heading("")) == ("Agreements", None, None)
    assert (found.note("见前注。"), found.note(None)) == ("See above.", None)
    assert [warning.detail[:48] for warning in found.warnings] == ["translations/p.toml, line 9: the paper has no su"]


def test_what_the_paper_prints_in_english_stands() -> None:
    file = translation(title="Ours", abstract="Our abstract.", authors=("Zhao Gang",), keywords=("one",))
    printed = Bibliography(title="题", title_en="Printed", abstract_en="As printed")
    found = replace(analysis(translation=file), bibliography=printed)
    fields = match_translation(found).fields
    assert fields == {"authors_en": ["Zhao Gang"], "keywords_en": ["one"], "translated": ["authors_en", "keywords_en"]}
    broken = replace(found, warnings=(IngestWarning("truncated-abstract", "It breaks off."),))
    assert match_translation(broken).fields["abstract_en"] == "Our abstract."


def test_problems_of_the_file_are_warnings_of_the_paper() -> None:
    problem = IngestWarning(PROBLEM, "translations/p.toml, line 2: …")
    assert match_translation(analysis(translation=translation(problems=(problem,)))).warnings == (problem,)
