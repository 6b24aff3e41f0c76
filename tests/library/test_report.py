from app.ingest.store import Counts, Outcome, Saved
from app.library import Failure, IngestReport


def test_the_summary_counts_by_outcome_in_one_line() -> None:
    report = IngestReport()
    report.add(Saved(Outcome.ADDED, Counts(3, 10, 1, 2)))
    report.add(Saved(Outcome.ADDED, Counts(1, 1, 1, 0)))
    report.add(Saved(Outcome.UNCHANGED, Counts(1, 5, 0, 0)))
    report.failures.append(Failure("x.txt", "x.txt: empty; leave it out"))
    assert report.summary() == (
        "added: 2 papers, 4 sections, 11 claims, 2 references, 2 citations; "
        "updated: 0 papers, 0 sections, 0 claims, 0 references, 0 citations; "
        "unchanged: 1 paper, 1 section, 5 claims, 0 references, 0 citations; failed: 1"
    )


def test_a_report_is_good_when_nothing_failed_and_all_is_indexed() -> None:
    assert IngestReport().ok
    assert not IngestReport(failures=[Failure("x", "x")]).ok
    assert not IngestReport(index_problem="disk full").ok
