from __future__ import annotations

import pytest

from quellenlage.model.document import Role
from tests.steps.extract.figure_tools import figures_of


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nordkorea hat 300 Soldaten geschickt.", ["sent"]),
        ("Es heißt, dass 300 Soldaten entsandt wurden.", ["sent"]),
        ("Nordkorea soll 300 Soldaten geschickt haben.", ["sent"]),
        ("Nordkorea schickt 300 Soldaten.", ["under_way"]),
        ("Es heißt, dass Nordkorea 300 Soldaten entsendet.", ["under_way"]),
        ("Rund 300 Soldaten sind auf dem Weg nach Westen.", ["under_way"]),
        ("Nordkorea soll 300 Soldaten schicken.", ["planned"]),
        ("Nordkorea könnte 300 Soldaten schicken.", ["planned"]),
        ("Es heißt, dass Nordkorea 300 Soldaten entsenden würde.", ["planned"]),
        ("Die ersten 300 Soldaten würden nach Westen geschickt.", ["planned"]),
        ("Nordkorea hat zugesagt, 300 Soldaten zu schicken.", ["planned"]),
        ("Er kündigte die Lieferung von 14 Panzern an.", ["planned"]),
        ("Die Zahl könnte auf 300 ansteigen.", ["planned"]),
        ("Die Regierung will 40 Werke bauen.", ["planned"]),
        ("Nordkorea hat nicht 300 Soldaten geschickt.", [None]),
        ("In Kursk sind 300 Soldaten angekommen.", ["arrived"]),
        ("In Kursk trainieren 300 Soldaten.", ["in_training"]),
        ("Dort würden derzeit 300 Soldaten ausgebildet.", ["in_training"]),
        ("Es sollen 300 Granaten geliefert worden sein.", ["delivered"]),
        ("Zu den Lieferungen gehören 220 Haubitzen.", ["delivered"]),
        ("Bei dem Brand kamen 30 Menschen ums Leben.", ["dead"]),
        ("Der Brand kostete 30 Menschen das Leben.", ["dead"]),
        ("Die Zahl der Toten stieg auf 45.", ["dead"]),
        ("Etwa 300 Soldaten sind gefallen.", ["dead"]),
        ("Die Preise sind um 3 Prozent gefallen.", [None]),
        ("Bei dem Brand wurden 30 Menschen verletzt.", ["injured"]),
        ("Es sind 4.000 Soldaten verwundet oder gestorben.", ["casualty"]),
        ("Noch 17 Bergleute werden vermisst.", ["missing"]),
        ("Die Polizei nahm 30 Männer fest.", ["arrested"]),
        ("Es starben 30 Menschen, weitere 20 wurden verletzt.", ["dead", "injured"]),
        ("Es wurden 30 Panzer geliefert und 12 zerstört.", ["delivered", "destroyed"]),
        ("Von den 300 Soldaten, die geschickt wurden, sind 40 gestorben.", ["sent", "dead"]),
        ("Es gab 12 Tote, darunter drei Kinder.", ["dead", "dead"]),
        ("Die 150 angekommenen Soldaten frieren.", ["arrived"]),
        ("Es kamen 300 verletzte Soldaten.", ["injured"]),
        ("30 Angreifer töteten zwölf Menschen.", [None, "dead"]),
        ("Zwölf Menschen wurden von 30 Angreifern getötet.", ["dead", None]),
        ("Ein Heer mit 300 Soldaten wurde geschickt.", [None]),
        ("Rund 300 Soldaten wohnen hier.", [None]),
        ("Der Konzern streicht 300 Stellen.", ["cut"]),
    ],
)
def test_status_comes_from_the_words_that_govern_the_figure(text, status):
    assert [figure.status for figure in figures_of(text)] == status


def test_headlines_tell_in_the_present_what_has_happened():
    text = "Nordkorea schickt 300 Soldaten"
    assert [figure.status for figure in figures_of(text, role=Role.TITLE)] == ["sent"]
