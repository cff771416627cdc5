"""Small stories for the tests, written to a folder."""

from pathlib import Path

HEADER = 'outlet = "Hafenkurier"\ngenre = "regional"\n'
ENTITIES = """title = "Probe"
[entities]
behle = {name = "Rike Behle", kind = "person", variants = ["Behle"]}
polizei = {name = "Polizei", kind = "body"}
bote = {name = "Deichbote", kind = "outlet"}
nova = {name = "Nova", kind = "agency"}
"""


def write_article(folder: Path, name: str, body: str, rows: str = "", header: str = HEADER) -> Path:
    """One article file."""
    path = folder / f"{name}.txt"
    path.write_text(f"{header}---\n{body}\n---\n{rows}\n", encoding="utf-8")
    return path


def write_story(folder: Path, articles: dict[str, tuple[str, str]], extra: str = "") -> Path:
    """A story of some articles, body and rows by name; the outlet of each is its name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "story.toml").write_text(ENTITIES + extra, encoding="utf-8")
    for name, (body, rows) in articles.items():
        header = f'outlet = "{name[3:]}"\ngenre = "regional"\npublished = "2025-03-14"\n'
        write_article(folder, name, body, rows, header)
    return folder
