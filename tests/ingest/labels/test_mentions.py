"""A place in a sentence belongs to the first rule that takes it."""

from app.ingest.labels.mentions import Mention, Mentions


def test_a_taken_place_is_not_given_twice() -> None:
    found = Mentions(10)
    found.add(Mention(2, 5, ("CN", "US"), "first"))
    found.add(Mention(4, 6, ("JP",), "second"))
    found.add(Mention(5, 6, ("FR",), "third"))
    assert [mention.rule for mention in found.in_order()] == ["first", "third"]
    assert found.codes() == {"CN", "US", "FR"}


def test_mentions_come_in_the_order_of_the_text() -> None:
    found = Mentions(10)
    found.add(Mention(6, 8, ("B",), ""))
    found.add(Mention(0, 2, ("A",), ""))
    assert [mention.codes for mention in found.in_order()] == [("A",), ("B",)]


def test_a_mention_without_codes_keeps_others_off_and_names_nothing() -> None:
    found = Mentions(6)
    found.add(Mention(0, 4, (), "no country"))
    found.add(Mention(2, 4, ("FR",), "name"))
    assert found.codes() == set()
    assert not found.is_free(3, 4)
    assert found.is_free(4, 6)
    assert not found.ends_at(4)


def test_knows_where_a_country_ends() -> None:
    found = Mentions(6)
    found.add(Mention(0, 2, ("FR",), ""))
    assert found.ends_at(2)
    assert not found.ends_at(1)
