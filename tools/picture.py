"""Make the picture of the documentation: the first screen of the demonstration's dossier.

    python tools/picture.py [--out docs/pictures/dossier.png] [--surface de]

Needs Chromium (`chromium`, `chromium-browser` or `google-chrome` on the PATH, or the variable CHROMIUM).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import quellenlage
from quellenlage.demo import demo_articles

ROOT = Path(__file__).resolve().parents[1]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTH, HEIGHT = 1280, 1400  # a desktop window, taller than usual so that claims and findings are both seen
PATIENCE = 120  # seconds; a cold start of Chromium on a small machine takes a few


def find_browser() -> str:
    """The path of a Chromium, or the end of the program with a sentence that names the way out."""
    wanted = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    found = next((path for name in wanted if name and (path := shutil.which(name))), None)
    if found is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install chromium) or name it with CHROMIUM=PATH")
    return found


def take_picture(page: Path, picture: Path, *, profile: Path) -> None:
    """Photograph the first screen of `page`."""
    command = [
        find_browser(),
        "--headless=new",
        "--hide-scrollbars",
        "--disable-gpu",
        f"--window-size={WIDTH},{HEIGHT}",
    ]
    command += [f"--user-data-dir={profile}", f"--screenshot={picture}", page.resolve().as_uri()]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.insert(1, "--no-sandbox")  # Chromium refuses to start as root with its sandbox
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603  (our own command)


def main() -> None:
    """Write a dossier of the demonstration and photograph it."""
    parser = argparse.ArgumentParser(description="Make the picture of the documentation.")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures" / "dossier.png")
    parser.add_argument("--surface", choices=("de", "en"), default="de")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, demo_articles() as folder:
        options = quellenlage.Options(surface=arguments.surface)
        dossier = quellenlage.report([folder], options)
        quellenlage.write_dossier(dossier, Path(scratch) / "demo", surface=arguments.surface)
        arguments.out.parent.mkdir(parents=True, exist_ok=True)
        page = Path(scratch) / "demo" / "dossier.html"
        take_picture(page, arguments.out.resolve(), profile=Path(scratch) / "profile")
    sys.stdout.write(f"{arguments.out}\n")


if __name__ == "__main__":
    main()
