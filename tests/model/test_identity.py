from __future__ import annotations

from quellenlage.model.identity import content_id


def test_content_id_is_the_same_for_the_same_content() -> None:
    assert content_id("doc", "a", 1) == content_id("doc", "a", 1)


def test_content_id_tells_kinds_and_types_apart() -> None:
    ids = {
        content_id("doc", "1"),
        content_id("doc", 1),
        content_id("stm", "1"),
        content_id("doc", "1", ""),
        content_id("doc"),
    }
    assert len(ids) == 5


def test_content_id_does_not_join_parts() -> None:
    assert content_id("x", "ab", "c") != content_id("x", "a", "bc")


def test_content_id_bears_lone_surrogates() -> None:
    assert content_id("doc", "\ud800").startswith("doc-")
