"""How Sphinx builds these pages: `python -m sphinx -W -b html docs docs/_build/html`."""

from quellenlage import __version__

project = "Quellenlage"
author = "the Quellenlage contributors"
project_copyright = "the Quellenlage contributors"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
default_role = "code"  # docstrings write `names` in single backticks

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
napoleon_google_docstring = True
napoleon_numpy_docstring = False

html_theme = "furo"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_title = f"Quellenlage {version}"
html_show_sphinx = False
html_copy_source = False
