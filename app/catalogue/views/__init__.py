"""What the reads answer: frozen values that pages, API and exports are built from; no database object leaks out.

Codes of countries, instruments and named instruments stand as they are stored; their names in either language
come from the vocabulary. Offsets count characters: `start`/`end` in the paper's source, `at` in the claim's text.
"""

from app.catalogue.views.claims import (
    CitationMark,
    ClaimPage,
    ClaimView,
    FigureView,
    LabelView,
    PeriodView,
    SpeakerView,
)
from app.catalogue.views.departures import DepartedClaim, DepartedPaper
from app.catalogue.views.details import (
    ClaimDetail,
    PaperCounts,
    PaperDetail,
    PaperSummary,
    Paragraph,
    SectionView,
    WarningView,
)
from app.catalogue.views.entities import EntityCount, EntityDetail, EntityPlace, NameCount
from app.catalogue.views.events import ClaimsByYear, EventCount
from app.catalogue.views.harvest import Change, HarvestedPaper
from app.catalogue.views.likeness import Told, ToldValue
from app.catalogue.views.network import Network, NetworkEdge, NetworkNode, NodeKey
from app.catalogue.views.numbers import Dated, QuantitySeries, QuantityValue
from app.catalogue.views.records import PaperRecord, PaperTitle, SectionRef
from app.catalogue.views.references import CitationLink, CitedAt, ReferenceHit, ReferencePage, ReferenceView, WorkRef
from app.catalogue.views.subjects import (
    ClaimGroup,
    CodeCount,
    Matrix,
    Overview,
    PaperCount,
    PaperTells,
    SectionCount,
    SubjectDetail,
    YearCount,
)
from app.catalogue.views.terms import PaperClaims, TermDetail, TermPlace
from app.catalogue.views.trust import CodeAgreement, FieldAgreement, Mistake, TrustDetail
from app.catalogue.views.works import (
    Author,
    CitedTogether,
    DoubtView,
    Shares,
    WorkDetail,
    WorkEntryView,
    WorkPage,
    WorkView,
)

__all__ = [
    "Author",
    "Change",
    "CitationLink",
    "CitationMark",
    "CitedAt",
    "CitedTogether",
    "ClaimDetail",
    "ClaimGroup",
    "ClaimPage",
    "ClaimView",
    "ClaimsByYear",
    "CodeAgreement",
    "CodeCount",
    "Dated",
    "DepartedClaim",
    "DepartedPaper",
    "DoubtView",
    "EntityCount",
    "EntityDetail",
    "EntityPlace",
    "EventCount",
    "FieldAgreement",
    "FigureView",
    "HarvestedPaper",
    "LabelView",
    "Matrix",
    "Mistake",
    "NameCount",
    "Network",
    "NetworkEdge",
    "NetworkNode",
    "NodeKey",
    "Overview",
    "PaperClaims",
    "PaperCount",
    "PaperCounts",
    "PaperDetail",
    "PaperRecord",
    "PaperSummary",
    "PaperTells",
    "PaperTitle",
    "Paragraph",
    "PeriodView",
    "QuantitySeries",
    "QuantityValue",
    "ReferenceHit",
    "ReferencePage",
    "ReferenceView",
    "SectionCount",
    "SectionRef",
    "SectionView",
    "Shares",
    "SpeakerView",
    "SubjectDetail",
    "TermDetail",
    "TermPlace",
    "Told",
    "ToldValue",
    "TrustDetail",
    "WarningView",
    "WorkDetail",
    "WorkEntryView",
    "WorkPage",
    "WorkRef",
    "WorkView",
    "YearCount",
]
