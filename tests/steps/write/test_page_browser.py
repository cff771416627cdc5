"""The page in a real browser: no error, no request, and what a reader sees at three widths does not overflow.

The browser is the one that QUELLENLAGE_CHROMIUM names, else one found under its usual names.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from quellenlage.steps.write import dossier_page
from tests.dossiers import harbour

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = os.environ.get("QUELLENLAGE_CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="no browser: install chromium or name one with QUELLENLAGE_CHROMIUM"
)
_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions", "--hide-scrollbars")
_OFFLINE = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update")
_BROWSERS_OWN = ("google", "gvt1.com")  # what the browser itself would fetch, such as dictionaries
_PROBE = """<script>
addEventListener("load", () => {
  const wide = [...document.querySelectorAll("main *")].filter((e) =>
    e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, svg, .contents, .as-table"));
  document.documentElement.dataset.wide = wide.slice(0, 3).map((e) => e.tagName + "." + e.className).join(" ");
  document.documentElement.dataset.requests = performance.getEntriesByType("resource").map((e) => e.name).join(" ");
});
</script>"""


def browse(page: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    """Run the browser on `page`; its console comes on standard error."""
    command = [str(BROWSER), *_QUIET, *_OFFLINE, f"--user-data-dir={page.parent / 'profile'}", *flags, page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("surface", ["de", "en"])
def test_the_console_stays_silent_and_nothing_is_requested(tmp_path: Path, surface: str) -> None:
    page = tmp_path / "dossier.html"
    page.write_text(dossier_page(harbour(), surface=surface), encoding="utf-8")
    log = tmp_path / "net.json"
    done = browse(page, "--dump-dom", "--enable-logging=stderr", f"--log-net-log={log}")
    assert "Hafen" in done.stdout
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    asked = set(re.findall(r'"url":"([^"]+)"', log.read_text(encoding="utf-8", errors="replace")))
    asked = {url for url in asked if url.startswith(("http:", "https:", "ws:"))}
    assert {url for url in asked if not any(own in url for own in _BROWSERS_OWN)} == set()


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_nothing_runs_out_of_the_window(tmp_path: Path, width: int) -> None:
    page = tmp_path / "probe.html"
    html = dossier_page(harbour(), surface="de")
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html).replace("</body>", f"{_PROBE}</body>")
    page.write_text(html, encoding="utf-8")
    done = browse(page, "--dump-dom", f"--window-size={width},900")
    assert re.search(r'data-wide="([^"]*)"', done.stdout)[1] == ""  # type: ignore[index]
    assert re.search(r'data-requests="([^"]*)"', done.stdout)[1] == ""  # type: ignore[index]


def test_the_policy_of_the_page_forbids_scripts(tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    html = dossier_page(harbour(), surface="de").replace("</body>", "<script>document.title = 'run'</script></body>")
    page.write_text(html, encoding="utf-8")
    assert "<title>run</title>" not in browse(page, "--dump-dom").stdout
