"""Works whose fields hold what breaks careless exports, and a strategy that makes more of them."""

from hypothesis import strategies as st

from app.cite.works import Work, one_line

NASTY = Work(
    title="A {b} \\input{/etc/passwd} 100% & #1_$x^~ <b>科技</b> @comment{",
    title_en='Science & "diplomacy"',
    authors=(
        "王明国",
        "欧阳修",
        "Peyton Z. Peebles, Jr.",
        "The Royal Society and Friends",
        "费多罗夫（Nina V. Fedoroff）",
        "鹤",
    ),
    editors=("A. Bee", "司马迁"),
    translators=("谢远涛",),
    container="Cells & {Tissues}",
    publisher="Press, Inc.",
    place="Cambridge, Mass.",
    edition="2",
    year=2001,
    volume="1",
    issue="2/3",
    pages="1-3",
    doi="10.1/a_b<c>",
    url="https://a.example/?x=%20&y~z#k_{1}",
    document_type="J",
)
PRACTICE = Work(
    title="当代中国科技外交的实践与特色",
    title_en="Practices and Characteristics",
    authors=("罗晖", "李政"),
    container="外交评论",
    year=2021,
    volume="38",
    issue="6",
    pages="1-20",
    doi="10.1/x_y",
    language="zh-CN",
    document_type="J",
)

_TEXT = st.text(st.characters(codec="utf-8"), max_size=60).map(one_line)
_WORDS = st.text(st.sampled_from("科技外交ABcde {}\\$%&#_^~<>/\"'@=,;:.-–“”《》()\n\t"), max_size=40).map(one_line)
_TITLES = st.one_of(_TEXT, _WORDS).filter(bool)
_PEOPLE = st.sampled_from(
    [
        "王明国",
        "罗晖",
        "欧阳修",
        "司马相如",
        "鹤",
        "爱新觉罗·溥仪",
        "Nina V. Fedoroff",
        "Ludwig van der Berg",
        "LUO Hui",
        "The Royal Society",
        "外交部",
        "费多罗夫（Nina Fedoroff）",
        "Tom {Cat} & Co",
        "50% Group of Many_Names",
        "Smith, John",
    ]
)
works = st.builds(
    Work,
    title=_TITLES,
    authors=st.lists(_PEOPLE, max_size=5).map(tuple),
    editors=st.lists(_PEOPLE, max_size=2).map(tuple),
    container=st.none() | _TITLES,
    publisher=st.none() | _TITLES,
    place=st.none() | _TITLES,
    year=st.none() | st.integers(1500, 2100),
    volume=st.none() | st.integers(1, 500).map(str),
    issue=st.none() | st.integers(1, 60).map(str),
    pages=st.none() | st.sampled_from(["1-3", "7", "e12", "1518–1523"]),
    doi=st.none() | st.just("10.1000/x_y(z)"),
    url=st.none() | st.just("https://a.example/b_c?d=%20&e#f~g"),
    language=st.none() | st.sampled_from(["zh-CN", "en-US"]),
    document_type=st.sampled_from(["J", "M", "C", "D", "R", "N", "S", "P", "G", "EB/OL", "DB/OL", "A", None]),
)
"""Any work: its fields hold any characters, braces, TeX, HTML and line breaks among them."""
