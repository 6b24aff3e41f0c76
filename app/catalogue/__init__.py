"""The reads: every SQL query that pages, API and exports need, answered as the frozen values of `views`."""

from app.catalogue.claims import claim_page, claim_uids, claims_by_uid, rows_to_index
from app.catalogue.countries import country_detail, country_events, country_list, papers_on_country
from app.catalogue.departures import departed_claim, departed_paper
from app.catalogue.entities import (
    entities_in_claim,
    entities_in_paper,
    entity_claims,
    entity_detail,
    entity_list,
    entity_papers,
)
from app.catalogue.harvest import count_changes, first_change, harvested, last_change_of, list_changes
from app.catalogue.instruments import instrument_detail, instrument_events, instrument_list, named_instrument_list
from app.catalogue.likeness import sharing, told, told_in_paper
from app.catalogue.network import neighbourhood, network_around, overview_network
from app.catalogue.numbers import quantities_in_claim, quantity_detail, quantity_list
from app.catalogue.overview import matrix, overview
from app.catalogue.papers import (
    author_names,
    changes_by_slug,
    citation_links,
    last_change,
    list_papers,
    newest_papers,
    paper_detail,
    papers_by_slug,
    titles_by_slug,
)
from app.catalogue.references import claims_citing, look_up_references
from app.catalogue.terms import term_claims_of, term_detail, term_list, terms_in_claim, terms_in_paper
from app.catalogue.timeline import corpus_events, events_between
from app.catalogue.trust import code_agreement, mistakes_in_claim, trust
from app.catalogue.work_authors import authors_by_key, authors_of_work
from app.catalogue.work_details import count_doubts, work_detail, work_doubts
from app.catalogue.works import (
    count_works,
    current_uid,
    list_works,
    work_by_uid,
    work_shares,
    work_uids,
    works_of_authors,
)

__all__ = [
    "author_names",
    "authors_by_key",
    "authors_of_work",
    "changes_by_slug",
    "citation_links",
    "claim_page",
    "claim_uids",
    "claims_by_uid",
    "claims_citing",
    "code_agreement",
    "corpus_events",
    "count_changes",
    "count_doubts",
    "count_works",
    "country_detail",
    "country_events",
    "country_list",
    "current_uid",
    "departed_claim",
    "departed_paper",
    "entities_in_claim",
    "entities_in_paper",
    "entity_claims",
    "entity_detail",
    "entity_list",
    "entity_papers",
    "events_between",
    "first_change",
    "harvested",
    "instrument_detail",
    "instrument_events",
    "instrument_list",
    "last_change",
    "last_change_of",
    "list_changes",
    "list_papers",
    "list_works",
    "look_up_references",
    "matrix",
    "mistakes_in_claim",
    "named_instrument_list",
    "neighbourhood",
    "network_around",
    "newest_papers",
    "overview",
    "overview_network",
    "paper_detail",
    "papers_by_slug",
    "papers_on_country",
    "quantities_in_claim",
    "quantity_detail",
    "quantity_list",
    "rows_to_index",
    "sharing",
    "term_claims_of",
    "term_detail",
    "term_list",
    "terms_in_claim",
    "terms_in_paper",
    "titles_by_slug",
    "told",
    "told_in_paper",
    "trust",
    "work_by_uid",
    "work_detail",
    "work_doubts",
    "work_shares",
    "work_uids",
    "works_of_authors",
]
