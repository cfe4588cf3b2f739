"""The only file that knows MkDocs: it turns events into calls of pure functions."""

import gc
import sys
from pathlib import Path, PurePosixPath

# MkDocs loads this file by itself; the package it belongs to must be found like everywhere else.
ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from hooks.classifiers import matrix
from hooks.examine import ExaminationError, Examiner
from hooks.guide import Guide, Unreadable, read_page, read_text
from hooks.language.terms import terms
from hooks.page import head, parse
from hooks.website import (
    abbreviations,
    citations,
    figures,
    formula,
    glossary,
    indexes,
    notebook,
    practice,
    programs,
    scrolling,
    served,
)
from hooks.website.search import SearchIndexError, build_index
from hooks.website.views import challenge_view, question_view

log = get_plugin_logger("guide")
guide = Guide(ROOT)
examiner = Examiner()


def on_config(config):
    gc.set_threshold(100_000, 50)  # pages make many objects and no garbage that matters
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault(
        "custom_fences", []
    )
    fences.append({"name": "confusion-matrix", "class": "confusion-matrix", "format": matrix.fence})
    return config


def on_files(files, config):
    """Read the pages, begin to lint them, and add the pages that are made."""
    global guide
    guide = Guide(Path(config.docs_dir).parent)
    examiner.start(guide.root)  # on another core, while this one renders
    try:
        guide.read_all()
        for file in files.documentation_pages():
            if file.src_uri.endswith(".md"):
                source = read_text(Path(file.abs_src_path))  # the lint reads all of it
                guide.add(parse(PurePosixPath("docs", file.src_uri), head(source)))
        practice.by_question(guide)
        for src_uri, markdown in indexes.generated(guide):
            files.append(File.generated(config, src_uri, content=markdown))
        for src_uri, source in programs.sources(guide.root):
            files.append(File.generated(config, src_uri, content=source))
        for src_uri, file in programs.packages_of_npm(ROOT):
            files.append(File.generated(config, src_uri, abs_src_path=str(file)))
    except (Unreadable, programs.NotSetUp) as error:
        raise PluginError(str(error)) from error
    return serve_only_what_is_used(files, config)


def serve_only_what_is_used(files, config):
    sheets = {file.src_uri: file.content_string for file in files if served.is_sheet(file.src_uri)}
    for file in [file for file in files if served.is_left_out(file.src_uri)]:
        files.remove(file)
    files.append(File.generated(config, served.STYLESHEET, content=served.stylesheet(sheets)))
    return files


def on_page_markdown(markdown, page, config, files):
    source = guide.page(PurePosixPath("docs", page.file.src_uri))
    if source and source.is_question:
        page.meta["description"] = source.short_answer_text
    if source:  # what is made from other files shows citations as they are written
        markdown = citations.mark(markdown)
    try:
        filled = indexes.fill(markdown, page.file.src_uri, guide)
    except (indexes.UnknownMarker, Unreadable) as error:
        raise PluginError(str(error)) from error
    return programs.mark(figures.mark(filled), guide.root)


def on_page_content(html, page, config, files):
    return notebook.clean(html) if notebook.is_notebook(html) else html


def on_page_context(context, page, config, nav):
    page.content = finished(page.content, page)
    source = guide.page(PurePosixPath("docs", page.file.src_uri))
    if source and source.is_question:
        counts = examined(examiner.checked, source.path)
        context["question"] = question_view(source, guide, counts, config.repo_url or "")
    elif source and practice.is_challenge(source):
        context["challenge"] = challenge_view(source, guide)
    context["colab_url"] = practice.colab_url(page.file.src_uri, config.repo_url or "")
    return context


def examined(ask, *arguments):
    try:
        return ask(*arguments)
    except ExaminationError as error:
        raise PluginError(str(error)) from error


def finished(html, page):
    """A page's HTML with all that makes it long, just before it is written.

    MkDocs holds the pages as on_page_content leaves them until the last one is rendered.
    """
    html, failed = formula.render(html)
    for latex, reason in failed:
        where = ":".join(map(str, (f"docs/{page.file.src_uri}", *position(latex, page))))
        log.warning(f"{where}: the formula `{latex}` can't be rendered: {reason} [formula]")
    html = citations.resolve(html, guide.references)
    known, source = terms(guide.root), guide.page(PurePosixPath("docs", page.file.src_uri))
    html = abbreviations.explain(html, known.abbreviations)
    html = glossary.link_terms(html, known.terms, page.url, source.slug if source else "")
    return figures.draw(scrolling.scrollable(html), guide.root)


def position(latex, page):
    """The line and column where a page's author wrote a formula."""
    path = PurePosixPath("docs", page.file.src_uri)
    return read_page(guide.root / path, path).find(latex) if guide.page(path) else (1, 1)


def on_post_page(output, page, config):
    page.content = ""  # it is written
    return output


def on_post_build(config):
    """All pages are written: index them, and say what the lint found meanwhile."""
    try:
        build_index(Path(config.site_dir))
    except SearchIndexError as error:
        raise PluginError(str(error)) from error
    for finding in examined(examiner.findings):
        log.warning(str(finding))


def on_shutdown():
    examiner.stop()
