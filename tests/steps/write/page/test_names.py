from __future__ import annotations

from dataclasses import replace

import pytest

from quellenlage.model.dossier import Dossier
from quellenlage.steps.write import dossier_page
from quellenlage.steps.write.page.names import names_of
from quellenlage.steps.write.texts import Texts
from tests.dossiers import harbour

DE = Texts("de")


def called(*given: tuple[str, str | None, str | None]) -> Dossier:
    """A dossier whose documents have these names, outlets and titles."""
    entry = harbour().documents[0]
    entries = [
        replace(entry, id=f"doc-{number}", name=name, outlet=outlet, title=title)
        for number, (name, outlet, title) in enumerate(given)
    ]
    return replace(harbour(), documents=tuple(entries))


@pytest.mark.parametrize(
    ("name", "outlet", "title", "expected"),
    [
        ("a.txt", "Küstenkurier", "Kran stürzt um", "Küstenkurier"),
        ("a.txt", None, "Kran stürzt um", "„Kran stürzt um“"),
        ("a.txt", None, "„Der Kran stand schief“", "„Der Kran stand schief“"),
        (
            "a.txt",
            None,
            "Kran im Hafen der Stadt stürzt mitten in der Nacht um",
            "„Kran im Hafen der Stadt stürzt\N{NO-BREAK SPACE}…“",
        ),
        ("a.txt", None, None, "a.txt"),
        ("a.txt", None, "", "a.txt"),
    ],
)
def test_a_document_is_called_by_outlet_then_title_then_name(
    name: str, outlet: str | None, title: str | None, expected: str
) -> None:
    assert names_of(called((name, outlet, title)), DE).of["doc-0"] == expected


def test_a_title_that_two_documents_share_names_neither() -> None:
    names = names_of(called(("a.txt", None, "Kran stürzt um"), ("b.txt", None, "Kran stürzt um")), DE)
    assert list(names.of.values()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "reason", "expected"),
    [
        ("a.txt", "Nur in a.txt, nicht im Echo.", "Nur in „Kran“, nicht im Echo."),
        ("a.txt", "Siehe aa.txt und a.txtx.", "Siehe aa.txt und a.txtx."),
        ("a.txt", "Steht in a.txt.", "Steht in „Kran“."),
        ("Kran", "Der Kran fiel.", "Der Kran fiel."),
        ("der Kran.txt", "Der Kran.txt fiel.", "Der Kran.txt fiel."),
    ],
)
def test_file_names_in_reasons_give_way_to_titles(name: str, reason: str, expected: str) -> None:
    assert names_of(called((name, None, "Kran")), DE).put_into(reason) == expected


def test_the_longest_of_two_file_names_is_replaced() -> None:
    names = names_of(called(("a.txt", None, "Kran"), ("b-a.txt", None, "Pier")), DE)
    assert names.put_into("b-a.txt und a.txt") == "„Pier“ und „Kran“"


@pytest.mark.parametrize("surface", ["de", "en"])
def test_a_gist_that_begins_amid_a_sentence_says_so(surface: str) -> None:
    dossier = harbour()
    claim = replace(dossier.claims[0], gist="obwohl der Kran stand")
    html = dossier_page(replace(dossier, claims=(claim, *dossier.claims[1:])), surface=surface)
    assert "… obwohl der Kran stand" in html
