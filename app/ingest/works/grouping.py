"""Descriptions → works: what is the same is joined, unless something in the group speaks against it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from app.ingest.works.blocking import candidates
from app.ingest.works.comparing import Likeness, Verdict, compare, contradict
from app.ingest.works.decisions import Decisions
from app.ingest.works.entry import Face, make_uid
from app.ingest.works.told import compare_wording

_DIFFERENT = Likeness(Verdict.DIFFERENT)
_ALONE = Likeness(Verdict.SAME, (), 1.0)


@dataclass(frozen=True, slots=True)
class Member:
    """A description in a group: what joins it to which other one; the first of a group has no other."""

    face: Face
    other: str = ""
    likeness: Likeness = _ALONE


@dataclass(frozen=True, slots=True)
class Group:
    """A work: all its descriptions, the one that stands for it first. `paper` is the slug of the paper that it is."""

    uid: str
    members: tuple[Member, ...]
    paper: str | None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two descriptions, by their places in order, that may be of one work."""

    one: str
    other: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Grouping:
    """All works of some descriptions, by identifier, and the doubts between them, by places."""

    groups: tuple[Group, ...]
    doubts: tuple[Doubt, ...]


def judge(one: Face, other: Face, decisions: Decisions) -> Likeness:
    """`compare` with all that stands above it: decisions, records, and that no paper cites or is another paper."""
    paper, entry = (one, other) if one.entry.is_paper else (other, one)
    if decided := decisions.of(one.uid, other.uid):
        return Likeness(decided.verdict, (f"decision of {decided.date}: {decided.source}",), 1.0)
    if paper.entry.is_paper:
        if entry.entry.is_paper or entry.entry.paper == paper.entry.paper:
            return _DIFFERENT
        if entry.entry.stated_paper == paper.entry.paper:
            return Likeness(Verdict.SAME, (f"record: {entry.entry.stated_source}",), 1.0)
        if entry.entry.told:
            return compare_wording(entry, paper)
    return compare(one, other)


def group(faces: Sequence[Face], decisions: Decisions) -> Grouping:
    """The works that `faces` describe: a function of the set of them alone, whatever their order.

    Likeness is followed from the surest on; what would join two papers, or descriptions that contradict each
    other or are decided to be two, stays apart and becomes a doubt.
    """
    ordered = sorted(faces, key=lambda face: face.entry.place)
    pairs = {*candidates(ordered), *_decided(ordered, decisions)}
    edges = {pair: judge(ordered[pair[0]], ordered[pair[1]], decisions) for pair in pairs}
    joined = _Joined(ordered, decisions)
    same = sorted(pair for pair, found in edges.items() if found.verdict == Verdict.SAME)
    torn = _torn(same, edges, ordered)
    for pair in sorted(same, key=lambda pair: (not _equal(pair[0], pair[1], ordered), -edges[pair].confidence, pair)):
        if pair not in torn:
            joined.join(*pair)
    groups = _told_apart(_group(members, ordered, edges) for members in joined.members.values())
    doubts = (
        Doubt(ordered[one].entry.place, ordered[other].entry.place, found)
        for (one, other), found in sorted(edges.items())
        if found.verdict != Verdict.DIFFERENT and joined.of[one] != joined.of[other]
    )
    return Grouping(groups, tuple(doubts))


def _told_apart(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups by identifier. Equal descriptions that contradictions keep in two groups are told apart by place."""
    found: dict[str, Group] = {}
    for one in sorted(groups, key=lambda group: (group.uid, group.members[0].face.entry.place)):
        uid = make_uid(f"{one.uid}\n{one.members[0].face.entry.place}") if one.uid in found else one.uid
        found[uid] = replace(one, uid=uid)
    return tuple(found[uid] for uid in sorted(found))


def _equal(one: int, other: int, faces: Sequence[Face]) -> bool:
    """Equal descriptions come together before anything else."""
    return faces[one].uid == faces[other].uid


def _decided(faces: Sequence[Face], decisions: Decisions) -> Iterable[tuple[int, int]]:
    """Pairs on which there is a decision: they need no key in common."""
    if not decisions.all:
        return
    places = defaultdict(list)
    for place, face in enumerate(faces):
        places[face.uid].append(place)
    for decision in decisions.all:
        for one, other in product(places[decision.works[0]], places[decision.works[1]]):
            yield min(one, other), max(one, other)


def _torn(
    same: Iterable[tuple[int, int]], edges: Mapping[tuple[int, int], Likeness], faces: Sequence[Face]
) -> frozenset[tuple[int, int]]:
    """Likenesses of one description to several papers that are equally sure: it is either, so it is neither."""
    to_papers: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in same:
        papers = [place for place in pair if faces[place].entry.is_paper]
        if len(papers) == 1:
            to_papers[sum(pair) - papers[0]].append(pair)
    torn: set[tuple[int, int]] = set()
    for pairs in to_papers.values():
        surest = max(edges[pair].confidence for pair in pairs)
        best = [pair for pair in pairs if edges[pair].confidence == surest]
        torn.update(pairs if len(best) > 1 else [pair for pair in pairs if pair not in best])
    return frozenset(torn)


class _Joined:
    """Groups that grow: `of` gives the group of each place, `members` the places of each group."""

    def __init__(self, faces: Sequence[Face], decisions: Decisions) -> None:
        self._faces = faces
        self._decisions = decisions
        self.of = list(range(len(faces)))
        self.members = {place: [place] for place in range(len(faces))}

    def join(self, one: int, other: int) -> None:
        """Makes one group of two, unless members of them contradict each other."""
        first, second = self.of[one], self.of[other]
        if first == second or any(
            map(self._against, *zip(*product(self.members[first], self.members[second]), strict=True))
        ):
            return
        moved = self.members.pop(second)
        self.members[first] += moved
        for place in moved:
            self.of[place] = first

    def _against(self, one: int, other: int) -> bool:
        some, others = self._faces[one], self._faces[other]
        if decided := self._decisions.of(some.uid, others.uid):
            return decided.verdict == Verdict.DIFFERENT
        if some.entry.is_paper or others.entry.is_paper:
            return (some.entry.is_paper and others.entry.is_paper) or some.entry.paper == others.entry.paper
        return contradict(some, others)


def _group(places: Sequence[int], faces: Sequence[Face], edges: Mapping[tuple[int, int], Likeness]) -> Group:
    """The first member is the paper, or the fullest description; each other one with its surest likeness."""
    first = min(places, key=lambda place: _rank(faces[place]))
    members = [Member(faces[first])]
    for place in sorted(set(places) - {first}):
        found = [
            (edges[pair], sum(pair) - place)
            for other in places
            if (pair := (min(place, other), max(place, other))) in edges
        ]
        likeness, other = max(
            ((likeness, other) for likeness, other in found if likeness.verdict == Verdict.SAME),
            key=lambda known: (known[1] == first, known[0].confidence, -known[1]),
        )
        members.append(Member(faces[place], faces[other].entry.place, likeness))
    uid = min((not face.titles, face.entry.told, face.uid) for face in (faces[place] for place in places))[2]
    paper = faces[first].entry.paper if faces[first].entry.is_paper else None
    return Group(uid, tuple(members), paper)


def _rank(face: Face) -> tuple[bool, bool, int, str]:
    """Papers first, then descriptions that were read, the fullest of them first."""
    entry = face.entry
    known = (entry.authors, entry.title, entry.container, entry.year, entry.volume, entry.issue, entry.pages, entry.url)
    return not entry.is_paper, entry.told, -sum(map(bool, known)), entry.place
