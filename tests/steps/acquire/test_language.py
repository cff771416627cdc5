"""Language by function words and script."""

from __future__ import annotations

import pytest

from quellenlage.steps.acquire.language import detect_language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Laut Ministerium kamen 1.500 Soldaten an."),
        ("de", "Das teilte die Polizei mit."),
        ("de", "Kim Jong Un, Wladimir Putin und Yoon Suk Yeol: Der Kreml weist Berichte der New York Times zurück."),
        ("de", "BREAKING NEWS: DER MINISTER IST ZURÜCKGETRETEN, WIE EIN SPRECHER MITTEILTE."),
        ("en", "Kim Jong Un visited Moscow on Monday, according to the Kremlin."),
        ("en", "Officials denied it."),
        ("nl", "De politie heeft drie verdachten aangehouden, meldt het ministerie."),
        ("fr", "Le ministre a annoncé la fermeture de l'ambassade."),
        ("es", "El presidente dijo que no habrá elecciones este año."),
        ("pt", "O presidente disse que não haverá eleições este ano."),
        ("it", "Il ministro ha detto che non ci saranno elezioni."),
        ("pl", "Minister powiedział, że nie będzie wyborów w tym roku."),
        ("sv", "Polisen uppger att tre män har gripits efter branden."),
        ("tr", "Bakan, seçimlerin bu yıl yapılmayacağını söyledi ve bir açıklama daha yaptı."),
        ("uk", "Президент заявив, що війська вже прибули до області."),
        ("ru", "Президент заявил, что войска уже прибыли в область."),
        ("ar", "قال الوزير إن القوات وصلت إلى المدينة بعد ذلك."),
        ("ko", "국가정보원은 북한군이 러시아에 도착했다고 밝혔다."),
        ("ja", "外務省は月曜日に声明を発表した。"),
        ("zh", "外交部周一发表声明。"),
        ("el", "Ο υπουργός παραιτήθηκε."),
        ("und", ""),
        ("und", "12.000 / 1.500"),
        ("und", "Hallo"),
        ("und", "\x00\ufeff😀"),
    ],
)
def test_detect_language(code: str, text: str) -> None:
    assert detect_language(text) == code
