"""Countries and blocs: how many claims are about them, and what the claims say of each instrument."""

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.catalogue.counts import count_codes, with_code
from app.catalogue.events import claims_by_year
from app.catalogue.subjects import papers_tell, subject_detail
from app.catalogue.views import ClaimsByYear, CodeCount, PaperTells, SubjectDetail
from app.models import ClaimCountry, ClaimInstrument


def country_list(session: Session) -> tuple[CodeCount, ...]:
    """The countries that claims are about, most frequent first."""
    return count_codes(session, ClaimCountry)


def country_detail(
    session: Session, code: str, per_group: int | None = None, named: Collection[str] | None = None
) -> SubjectDetail:
    """Everything about one country, its claims grouped by instrument: see `subject_detail`.

    Whether `code` exists is the vocabulary's to say: without claims all is empty.
    """
    return subject_detail(session, ClaimCountry, ClaimInstrument, code, per_group, named)


def papers_on_country(session: Session, code: str, per_paper: int = 2) -> tuple[PaperTells, ...]:
    """What each paper tells of one country, those with most claims first: see `papers_tell`."""
    return papers_tell(session, ClaimCountry, code, per_paper)


def country_events(session: Session, code: str, limit: int | None = None) -> ClaimsByYear:
    """The first claims about one country that tell of a year, by that year: what happened."""
    return claims_by_year(session, with_code(ClaimCountry, code), dated=True, limit=limit)
