"""Author lines that recognition ran together with places, signs and one another."""

import pytest

from app.ingest.byline import is_place, read_names, split_title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "李明华1.2 王建1 赵小兵12（'中国科学院文献情报中心北京 100190; 2中国科学院大学 北京100049）",
            "李明华 王建 赵小兵",
        ),
        ("叶尔肯·吾扎提1.2 张敏1.2.3 刘志远1,2\\*\\*", "叶尔肯·吾扎提 张敏 刘志远"),
        ("侯明1吴郑佳男 2", "侯明 吴郑佳男"),
        ("程远刘志明²", "程远 刘志明"),
        ("陈平‘”贾小玲’李鹏飞’房亚楠河南理工大学安全研究中心，焦作454003;", "陈平 贾小玲 李鹏飞 房亚楠"),
        ("朱建国’孙煜¹吴绍山1江苏省社会科学界联合会南京210004", "朱建国 孙煜 吴绍山"),
        ("夏宇’马岩」沈进²新华社瞭望智库北京100077；中国社会科学院 北京100732", "夏宇 马岩 沈进"),
        ("1,2安楠祝忠明1中国科学院兰州文献情报中心兰州7300002", "安楠 祝忠明"),
        ("张广明 (黑龙江省减灾中心，哈尔滨150001)张朝(大连海事大学，大连116026)", "张广明 张朝"),
        ("薛 澜翁小飞", "薛澜 翁小飞"),
        ("-专访某基金会专家本刊记者 吕青 栾瑞英", "吕青 栾瑞英"),
        ("劳伦斯·麦克唐纳", "劳伦斯·麦克唐纳"),
        ("中国科协王春法", "王春法"),
        ("刘晨周晶 $^ { 2 }$ 华中师范大学 武汉 430079", "刘晨 周晶"),
    ],
)
def test_names_are_cut_from_one_another_and_from_places(text: str, names: str) -> None:
    assert read_names(text) == tuple(names.split())


@pytest.mark.parametrize(
    "text",
    [
        "江苏省哲学社会科学界联合会 南京 210004",
        "高校智库参与国防科技建设发展的思考和建议",
        "世界资源研究所国际合作与交流副总裁",
        "智库产业的概念界定与发展基础",
        "引言",
        "王明认为，科技外交已成为外交的重要部分。",
        "张" * 500,
        "",
    ],
)
def test_what_is_no_author_line_names_nobody(text: str) -> None:
    assert read_names(text) == ()


def test_names_at_the_end_of_a_title() -> None:
    assert split_title("社会智库的资金来源和机制构建 李迅") == ("社会智库的资金来源和机制构建", ("李迅",))
    assert split_title("新型智库与大国外交关照宇 张婷婷1") == ("新型智库与大国外交", ("关照宇", "张婷婷"))
    assert split_title("科技外交的实践与特色") == ("科技外交的实践与特色", ())


def test_places() -> None:
    assert is_place("清华大学 公共管理学院 北京 100084")
    assert is_place("中国科学院文献情报中心")
    assert not is_place("推动中国智库建设健康发展")


def test_a_group_signs_as_an_author() -> None:
    assert read_names("“中国智库透明度研究”课题组清华大学 北京 100084") == ("“中国智库透明度研究”课题组",)
    assert read_names("国外智库研究课题组") == ("国外智库研究课题组",)
    assert read_names("国外智库研究课题组的报告指出问题") == ()
    assert read_names("为此，国外智库研究课题组") == ()


def test_a_name_of_four_characters_among_names_run_together() -> None:
    line = "侯红明1\\*庞弘燊²\\*覃筱楚1张伟熊璟慧妮³江小燕1中国科学院广州生物医药与健康研究院广州510530"
    assert read_names(line) == ("侯红明", "庞弘燊", "覃筱楚", "张伟", "熊璟慧妮", "江小燕")


@pytest.mark.parametrize("label", ["摘要：", "[摘要]", "【摘 要】"])
def test_an_abstract_in_the_line_of_the_authors(label: str) -> None:
    assert read_names(f"程宏1刘志光²中国科学院 北京 100190{label}{'生物医药产业发展迅速。' * 60}") == ("程宏", "刘志光")


def test_a_name_glued_to_the_title_above_its_place() -> None:
    title = "防务智库研究人员以海军分析中心为例罗祖基"
    assert split_title(title, place_follows=True) == ("防务智库研究人员以海军分析中心为例", ("罗祖基",))
    assert split_title(title) == (title, ())
    assert split_title("科技外交的实践与特色", place_follows=True) == ("科技外交的实践与特色", ())
    assert split_title("创新型城市建设和高质量发展", place_follows=True) == ("创新型城市建设和高质量发展", ())
