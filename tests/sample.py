"""A small knowledge base whose every count can be told by reading it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from app.ingest.records import Figure, IngestWarning, Period
from app.ingest.store import link_references
from app.library import Library
from app.settings import Settings
from tests.factories import make_claim, make_paper, make_reference

REVIEW, FUTURE, UNTITLED = "002-review", "004-future", "000-untitled"


def fill(session: Session) -> None:
    """Three papers: a review that cites the second one and prints notes, the cited one, and one without a title."""
    make_paper(
        session,
        REVIEW,
        [
            make_claim("科技外交是外交的组成部分。", section="0", type="definition"),
            make_claim(
                "王明国认为中美应当对话[17]。",
                type="viewpoint",
                countries="CN US",
                instruments="mechanism",
                cites="17 18",
                paragraph=1,
            ),
            make_claim("主要包括：", type="other", paragraph=1),
            make_claim(
                "中国与155个国家签署协定。",
                section="1.1",
                type="statistic",
                countries="CN",
                instruments="agreement",
                figures=[Figure(155, "个国家", "签署协定的国家", 2018, text="155个国家")],
                cites="17",
                paragraph=2,
            ),
            make_claim(
                "日本与美国签署协定并设立联委会。",
                section="1.1",
                countries="JP US",
                instruments="agreement mechanism",
                named_instruments="cn-jp-environment-1994",
                paragraph=3,
            ),
        ],
        title="新世纪以来科技外交国内文献综述",
        year=2020,
        references=[
            make_reference(
                "17",
                text="王明国：《科技外交与中美关系的未来发展》，2017年。",
                authors=("王明国",),
                title="科技外交与中美关系的未来发展",
                container="全球科技经济瞭望",
                year=2017,
                issue="7",
            ),
            make_reference("18", kind="note", text="这里指狭义的科技外交。"),
        ],
        warnings=[IngestWarning("repeated-text", "6 characters stand twice.", 3, 9, (("count", 6),))],
        provenance=(("year", "masthead"),),
        keywords=("科技外交", "综述"),
    )
    make_paper(
        session,
        FUTURE,
        [
            make_claim("美国对中国实施出口管制。", countries="CN US", instruments="control"),
            make_claim("中国应当扩大开放。", type="recommendation", countries="CN"),
        ],
        title="科技外交与中美关系的未来发展",
        title_en="The Future of Sino-US Relations",
        authors=("王明国",),
        year=2017,
    )
    make_paper(
        session,
        UNTITLED,
        [
            make_claim(
                "日本发布战略。", countries="JP", instruments="strategy", periods=[Period(2008, 2008, "year", "2008年")]
            )
        ],
        title=None,
    )
    link_references(session)


@contextmanager
def open_sample(settings: Settings) -> Iterator[Library]:
    """A library with these papers, stored and indexed."""
    library = Library(settings)
    library.migrate()
    with library.session() as session, session.begin():
        fill(session)
    library.reindex()
    try:
        yield library
    finally:
        library.close()
