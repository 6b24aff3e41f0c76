"""How far to trust the labels."""

from fastapi import APIRouter

from app import catalogue
from app.api.schemas import ConfusionOut, FieldAgreementOut, MeasurementOut, PaperRef, TrustAnswer
from app.library.unseen import unseen
from app.web.dependencies import LibraryHere

router = APIRouter()


@router.get("/trust", tags=["trust"])
def show_trust(library: LibraryHere) -> TrustAnswer:
    """How extraction alone agrees with people: counts, precision, recall and F1 of every label, and mistakes."""
    with library.session() as session:
        detail = catalogue.trust(session)
    return TrustAnswer(
        papers=[PaperRef.model_validate(paper) for paper in detail.papers],
        sentences=detail.sentences,
        found=detail.found,
        type_macro_f1=detail.type_macro_f1,
        fields=[FieldAgreementOut.model_validate(field) for field in detail.fields],
        confusion=[
            ConfusionOut(person=person, extraction=extraction, sentences=count)
            for (person, extraction), count in sorted(detail.confusion.items())
        ],
        unseen=[MeasurementOut.model_validate(measurement) for measurement in unseen()],
    )
