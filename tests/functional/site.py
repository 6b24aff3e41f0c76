"""The site as its tests see it: the words of each language, a running server, and what goes wrong behind pages."""

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Page, Request


@dataclass(frozen=True)
class Words:
    """What a reader of one language sees on buttons, fields and headings."""

    locale: str
    language: str
    other_locale: str
    other_language: str
    search_box: str
    narrow: str
    lookup_box: str
    labels: str
    open_claim: str
    copy_quotation: str
    copied: str
    reference: str
    cited_work: str
    note: str
    is_here: str
    japan: str
    agreement: str
    us_china_agreement: str
    plain_words: str
    nothing_found: str


CHINESE = Words(
    locale="zh",
    language="中文",
    other_locale="en",
    other_language="English",
    search_box="检索论断",
    narrow="缩小范围",
    lookup_box="查找被引著作",
    labels="标签",
    open_claim="打开论断",
    copy_quotation="复制引文",
    copied="已复制",
    reference="参考文献",
    cited_work="引文或注释",
    note="注释",
    is_here="已收入本库",
    japan="日本",
    agreement="政府间科技合作协议",
    us_china_agreement="中美科技合作协定",
    plain_words="已当作普通词语检索",
    nothing_found="没有相符的论断",
)
ENGLISH = Words(
    locale="en",
    language="English",
    other_locale="zh",
    other_language="中文",
    search_box="Search the claims",
    narrow="Narrow the results",
    lookup_box="Look up a cited work",
    labels="Labels",
    open_claim="Open claim",
    copy_quotation="Copy quotation",
    copied="Copied",
    reference="Reference",
    cited_work="Cited work or note",
    note="Note",
    is_here="is here",
    japan="Japan",
    agreement="S&T agreements",
    us_china_agreement="U.S.–China Agreement on Cooperation in Science and Technology",
    plain_words="Searched as plain words",
    nothing_found="No claim matches",
)


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, and what it wrote."""

    url: str
    folder: Path

    def log(self) -> str:
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")


@dataclass
class Watch:
    """What went wrong behind the pages: script errors, blocked or missing files, requests to anywhere else."""

    origin: str
    problems: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def follow(self, page: Page) -> None:
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.problems.append(f"script error: {error}"))
        page.on("request", self._on_request)

    def expect(self, *parts: str) -> None:
        """What a test provokes on purpose and is no problem."""
        self.expected += parts

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(part in message.text for part in self.expected):
            self.problems.append(f"console {message.type}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.origin, "data:", "blob:")):
            self.problems.append(f"request to {request.url}")
